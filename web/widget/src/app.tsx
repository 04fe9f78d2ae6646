/** The root: the launcher at once, the panel when it is first wanted. */

import type { ComponentType, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Surround, useSurroundings } from "./context.ts";
import { Launcher } from "./launcher.tsx";
import type { PanelProps } from "./panel.tsx";
import type { Widget } from "./widget.ts";

interface AppProps {
  readonly widget: Widget;
  /** Gives the panel's styles to the shadow root. */
  readonly adopt: (css: string) => void;
}

export function App({ widget, adopt }: AppProps): JSX.Element {
  const { open, inline, language } = widget.shown;
  const { Panel, missing } = usePanel(open, adopt);
  const returnFocus = useReturnOfFocus(open);
  const { state } = widget.client;
  return (
    <Surround.Provider value={{ widget, language }}>
      <div class={inline ? "root is-inline" : "root"} lang={language} ref={returnFocus}>
        {Panel !== null && <Panel state={state} view={widget.shown} />}
        {open && missing && <Missing />}
        {!inline && <Launcher state={state} />}
      </div>
    </Surround.Provider>
  );
}

interface PanelLoad {
  readonly Panel: ComponentType<PanelProps> | null;
  /** It could not be loaded; the next opening and a network that is back try again. */
  readonly missing: boolean;
}

function usePanel(open: boolean, adopt: (css: string) => void): PanelLoad {
  const [load, setLoad] = useState<PanelLoad>({ Panel: null, missing: false });
  const wanted = open && load.Panel === null;
  useEffect(() => {
    if (!wanted) return;
    const fetchPanel = (): void => {
      import("./panel.tsx").then(
        (module) => {
          adopt(module.css);
          setLoad({ Panel: module.Panel, missing: false });
        },
        () => {
          setLoad({ Panel: null, missing: true });
        },
      );
    };
    fetchPanel();
    addEventListener("online", fetchPanel);
    return () => {
      removeEventListener("online", fetchPanel);
    };
  }, [wanted, adopt]);
  return load;
}

/** A click that nothing follows would look like a broken page. */
function Missing(): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <p class="missing" role="alert">
      {texts.missing}
    </p>
  );
}

/** Whoever closes the panel finds themselves back at the button that opened it. */
function useReturnOfFocus(open: boolean): { current: HTMLDivElement | null } {
  const root = useRef<HTMLDivElement | null>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) root.current?.querySelector<HTMLElement>(".launcher")?.focus();
    wasOpen.current = open;
  }, [open]);
  return root;
}
