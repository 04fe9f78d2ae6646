/** The place in line, what to expect, and the way back. */

import type { Conversation, Queue } from "@lotse/sdk";
import type { JSX } from "preact";

import { ContactWays } from "./contact.tsx";
import { useSurroundings } from "./context.ts";
import { expectedWait, weekdayTime } from "./dates.ts";
import { Icon } from "./icons.tsx";

export function QueueLine({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const { widget, texts } = useSurroundings();
  return (
    <>
      <Icon name="clock" />
      <div class="who-name" role="status">
        <Wait queue={conversation.queue} />
      </div>
      <button type="button" class="pill" onClick={() => void widget.wish("assistant")}>
        {texts.backToAssistant}
      </button>
      <ContactWays conversation={conversation} />
    </>
  );
}

function Wait({ queue }: { readonly queue: Queue | null }): JSX.Element {
  const { texts, language } = useSurroundings();
  if (queue === null) return <strong>{texts.queueWaiting}</strong>;
  if (!queue.open) {
    return (
      <>
        <strong>{texts.closedHours}</strong>
        <span>{queue.opens_at === null ? texts.opensLater : texts.opensAt(weekdayTime(language, queue.opens_at))}</span>
      </>
    );
  }
  return (
    <>
      <strong>{texts.queueTitle(queue.place)}</strong>
      <span>
        {expectedWait(texts, queue.expected_wait_s)} {texts.waitWrite}
      </span>
    </>
  );
}
