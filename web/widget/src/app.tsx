/** The root: the launcher at once, the panel when it is first wanted. */

import type { ComponentType, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Surround } from "./context.ts";
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
  const Panel = usePanel(open, adopt);
  const returnFocus = useReturnOfFocus(open);
  const { state } = widget.client;
  return (
    <Surround.Provider value={{ widget, language }}>
      <div class={inline ? "root is-inline" : "root"} lang={language} ref={returnFocus}>
        {Panel !== null && <Panel state={state} view={widget.shown} />}
        {!inline && <Launcher state={state} />}
      </div>
    </Surround.Provider>
  );
}

function usePanel(open: boolean, adopt: (css: string) => void): ComponentType<PanelProps> | null {
  const [Panel, setPanel] = useState<ComponentType<PanelProps> | null>(null);
  const wanted = open && Panel === null;
  useEffect(() => {
    if (!wanted) return;
    void import("./panel.tsx").then((module) => {
      adopt(module.css);
      setPanel(() => module.Panel);
    });
  }, [wanted, adopt]);
  return Panel;
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
