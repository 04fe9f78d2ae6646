/** The other side is at work on an answer. */

import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";

export function Typing({ state }: { readonly state: ChatState }): JSX.Element {
  const { texts } = useSurroundings();
  const { typing, current } = state;
  const name = typing === "agent" ? (current?.conversation.agent?.name ?? texts.title) : texts.assistant;
  return (
    <div class="typing" role="status">
      {typing !== null && (
        <p class={`by-${typing}`}>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {texts.typing(name)}
        </p>
      )}
    </div>
  );
}
