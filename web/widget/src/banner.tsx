/** How the connection is, when that is worth knowing, and what could not be done. */

import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import type { Texts } from "./texts/index.ts";
import type { View } from "./widget.ts";

export function Banner({ state, view }: { readonly state: ChatState; readonly view: View }): JSX.Element {
  const { texts } = useSurroundings();
  const line = connection(texts, state);
  return (
    <div class="banner-place" role="status">
      {state.crisis !== null && <p class="banner is-crisis">{state.crisis[view.language]}</p>}
      {line !== null && <p class={`banner is-${state.link}`}>{line}</p>}
      {view.failed && <p class="banner is-failed">{texts.failed}</p>}
    </div>
  );
}

function connection(texts: Texts, { link, phase }: ChatState): string | null {
  if (link === "offline") return texts.offline;
  if (link === "reconnecting") return texts.reconnecting;
  return phase === "starting" || link === "connecting" ? texts.connecting : null;
}
