/** Who the customer is talking to, and the one thing they may want instead. */

import type { Conversation, ConversationState } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { weekdayTime } from "./dates.ts";
import { Icon } from "./icons.tsx";
import { QueueLine } from "./queue.tsx";

type View = (props: { readonly conversation: Conversation }) => JSX.Element | null;

const VIEWS: Readonly<Record<ConversationState, View>> = {
  bot: WithAssistant,
  queued: QueueLine,
  agent: WithAgent,
  snoozed: PutOff,
  closed: Closed,
};

export function Who({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const State = VIEWS[conversation.state];
  return (
    <div class={`who is-${conversation.state}`}>
      <State conversation={conversation} />
    </div>
  );
}

function WithAssistant(): JSX.Element {
  const { widget, texts } = useSurroundings();
  return (
    <>
      <p class="who-name">{texts.assistantHint}</p>
      <button type="button" class="pill" onClick={() => void widget.wish("person")}>
        <Icon name="person" />
        {texts.person}
      </button>
    </>
  );
}

function WithAgent({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const { texts } = useSurroundings();
  const name = conversation.agent?.name ?? texts.title;
  return (
    <>
      <span class="portrait" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <p class="who-name">
        <strong>{name}</strong>
        <span>{texts.agentHint}</span>
      </p>
    </>
  );
}

function PutOff({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const { texts, language } = useSurroundings();
  const { back_by } = conversation;
  return (
    <>
      <Icon name="clock" />
      <p class="who-name" role="status">
        <strong>{back_by === null ? texts.putOff : texts.backBy(weekdayTime(language, back_by))}</strong>
        <span>{texts.putOffWrite}</span>
      </p>
    </>
  );
}

function Closed(): JSX.Element {
  const { texts } = useSurroundings();
  return <p class="who-name">{texts.closedNext}</p>;
}
