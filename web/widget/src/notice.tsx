/** What happened to the conversation, in one line. */

import type { Language, Notice as Happened, NoticeEvent } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { clockTime, weekdayTime } from "./dates.ts";
import type { Texts } from "./texts/index.ts";

export function Notice({ notice }: { readonly notice: Happened }): JSX.Element | null {
  const { texts, language } = useSurroundings();
  const line = lineFor(texts, notice.event, language);
  if (line === null) return null;
  return (
    <p class="notice">
      <span>{line}</span> <time dateTime={notice.at}>{clockTime(language, notice.at)}</time>
    </p>
  );
}

type Lines = { readonly [T in NoticeEvent["type"]]: (texts: Texts, event: Extract<NoticeEvent, { type: T }>, language: Language) => string | null };

const LINES: Lines = {
  // The server says it in the customer's language, as it does with everything that an assistant would say.
  notice_given: (_, { parts }) => parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])).join(" "),
  human_asked: (texts, { reason, case_number }) => {
    const asked = reason === "customer_asked" ? texts.humanAsked : texts.humanAskedByRule;
    return `${asked} (${texts.caseNumber(case_number)})`;
  },
  returned_to_assistant: (texts) => texts.returned,
  email_left: (texts, { address }) => texts.contact.saidAddress(address),
  call_back_wanted: (texts, { call_at, phone }, language) => texts.contact.saidCall(weekdayTime(language, call_at), phone),
  agent_accepted: (texts, { agent }) => texts.accepted(agent.name),
  handed_back: (texts, { agent }) => texts.handedBack(agent.name),
  agent_vanished: (texts, { agent }) => texts.vanished(agent.name),
  transferred: (texts, { by }) => texts.transferred(by.name),
  taken_over: (texts, { by }) => texts.takenOver(by.name),
  snoozed: (texts, { agent, until }, language) =>
    until === null ? texts.waitsForYou(agent.name) : texts.backBy(weekdayTime(language, until)),
  // Notes are among agents; should one ever come here, it stays unseen.
  note_added: () => null,
  closed: (texts, { by, reason }) => {
    const because = by === "agent" && reason !== null ? texts.closedBecause[reason] : "";
    return because === "" ? texts.closedBy[by] : `${texts.closedBy[by]} (${because})`;
  },
};

function lineFor(texts: Texts, event: NoticeEvent, language: Language): string | null {
  return (LINES[event.type] as (texts: Texts, event: NoticeEvent, language: Language) => string | null)(texts, event, language);
}
