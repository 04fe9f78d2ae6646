/** First contact: says at once that this is an automated assistant, and offers a beginning. */

import type { ChatState, Thread } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

interface IntroProps {
  readonly state: ChatState;
  readonly current: Thread;
}

export function Intro({ state, current }: IntroProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const fresh = state.outbox.length === 0 && current.entries.every((entry) => entry.kind !== "said");
  return (
    <div class="intro">
      <p class="sender">
        <Icon name="robot" />
        {texts.assistantLabel}
      </p>
      <h2>{texts.introTitle}</h2>
      <p>
        {texts.introText}
        {state.customer?.verified === false && ` ${texts.introVisitor}`}
      </p>
      {fresh && current.conversation.state === "bot" && (
        <div class="choices">
          {texts.starters[widget.config.channel].map((starter) => (
            <button
              key={starter}
              type="button"
              class="choice"
              onClick={() => {
                widget.say(starter);
              }}
            >
              {starter}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
