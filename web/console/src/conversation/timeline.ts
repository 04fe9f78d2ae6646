/** The event log as an agent reads it: who said what, what happened between, day by day. */
import type { Event, EventOf, Part } from "@lotse/sdk";
import type { AgentRef } from "../wire.ts";
import { day } from "../words/format.ts";
import { humanised, term, type Words } from "../words/words.ts";

export type Speaker = "customer" | "assistant" | "agent";

export type Item =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "line"; readonly key: string; readonly at: string; readonly text: string }
  | {
      readonly kind: "change";
      readonly key: string;
      readonly at: string;
      readonly topic: string;
      readonly state: string;
      readonly text: string;
    }
  | { readonly kind: "note"; readonly key: string; readonly at: string; readonly name: string; readonly text: string }
  | {
      readonly kind: "said";
      readonly key: string;
      readonly at: string;
      readonly by: Speaker;
      /** Agents have names. */
      readonly name: string | null;
      readonly agentId: string | null;
      readonly failed: boolean;
      readonly parts: readonly Part[];
      /** An agent's words that began as a draft. */
      readonly draft: "changed" | "unchanged" | null;
      /** The same speaker goes on within a few minutes: no need to say again who. */
      readonly joined: boolean;
    };

const JOINED_MS = 3 * 60_000;

interface Saying {
  readonly by: Speaker;
  readonly name: string | null;
  readonly agentId: string | null;
  readonly failed: boolean;
  readonly draft: "changed" | "unchanged" | null;
  readonly parts: readonly Part[];
}

const NOBODY = { name: null, agentId: null, failed: false, draft: null };

function sayingOf(event: Event): Saying | null {
  switch (event.type) {
    case "customer_said":
      return { ...NOBODY, by: "customer", parts: event.parts };
    case "assistant_said":
    case "assistant_failed":
      return { ...NOBODY, by: "assistant", failed: event.type === "assistant_failed", parts: event.parts };
    case "agent_said": {
      const { id, name } = event.agent as AgentRef;
      const draft = event.draft === undefined ? null : event.draft.edited ? "changed" : "unchanged";
      return { ...NOBODY, by: "agent", name, agentId: id, draft, parts: event.parts };
    }
    default:
      return null;
  }
}

type Lines = { readonly [T in Event["type"]]?: (event: EventOf<T>, words: Words) => string };

const LINES: Lines = {
  started: ({ channel }, { conversation, terms }) => conversation.system.started(term(terms.channels, channel)),
  notice_given: ({ kinds }, { conversation, terms }) =>
    conversation.system.notice_given(kinds.map((kind) => term(terms.maskedKinds, kind)).join(", ")),
  language_changed: ({ language }, { conversation, terms }) =>
    conversation.system.language_changed(term(terms.languages, language)),
  human_asked: ({ reason, rule }, { conversation, packet }) =>
    conversation.system.human_asked(rule === null ? term(packet.reasons, reason) : term(packet.rules, rule)),
  returned_to_assistant: (_, { conversation }) => conversation.system.returned_to_assistant,
  email_left: ({ address }, { contact }) => contact.emailLeft(address),
  call_back_wanted: ({ call_at, phone }, { contact }) => contact.callBackWanted(call_at, phone),
  agent_accepted: ({ agent }, { conversation }) => conversation.system.agent_accepted(agent.name),
  handed_back: ({ agent }, { conversation }) => conversation.system.handed_back(agent.name),
  agent_vanished: ({ agent }, { conversation }) => conversation.system.agent_vanished(agent.name),
  offered: ({ agent }, { conversation }) => conversation.system.offered(agent.name),
  offer_declined: ({ agent, reason }, { conversation, offers }) =>
    conversation.system.offer_declined(agent.name, term(offers.reasons, reason)),
  offer_lapsed: ({ agent }, { conversation }) => conversation.system.offer_lapsed(agent.name),
  transferred: ({ by, to_agent, to_team }, { conversation }) =>
    conversation.system.transferred(by.name, to_agent?.name ?? to_team ?? null),
  taken_over: ({ by, agent }, { conversation }) => conversation.system.taken_over(by.name, agent?.name ?? null),
  snoozed: ({ agent, until }, { conversation }) =>
    until === null ? conversation.system.snoozed_until_reply(agent.name) : conversation.system.snoozed(agent.name),
  woken: ({ why }, { conversation }) => conversation.system.woken[why],
  followed: ({ agent }, { conversation }) => conversation.system.followed(agent.name),
  unfollowed: ({ agent }, { conversation }) => conversation.system.unfollowed(agent.name),
  playbook_noted: ({ playbook, move, item, agent }, { playbooks }) =>
    playbooks.moves[move](humanised((item ?? playbook).replaceAll("-", " ")), agent?.name ?? null),
  tagged: ({ agent, added, removed }, { conversation }) =>
    conversation.system.tagged(agent.name, [...added, ...removed.map((tag) => `−${tag}`)].join(", ")),
  closed: ({ by, reason }, { conversation, terms }) =>
    conversation.system.closed(conversation.closers[by], reason === null ? null : term(terms.closeReasons, reason)),
};

function lineOf(event: Event, words: Words): string | null {
  const line = LINES[event.type] as ((event: Event, words: Words) => string) | undefined;
  return line?.(event, words) ?? null;
}

function itemOf(event: Event, before: Item | undefined, words: Words): Item | null {
  const key = String(event.seq);
  const { at } = event;
  if (event.type === "note_added") return { kind: "note", key, at, name: event.agent.name, text: event.text };
  const said = sayingOf(event);
  if (said !== null) return { kind: "said", key, at, ...said, joined: joins(before, said, at) };
  const text = lineOf(event, words);
  return text === null ? null : { kind: "line", key, at, text };
}

function joins(before: Item | undefined, said: Saying, at: string): boolean {
  if (before?.kind !== "said" || before.by !== said.by || before.agentId !== said.agentId || said.failed) return false;
  return Date.parse(at) - Date.parse(before.at) < JOINED_MS;
}

export function timelineOf(events: readonly Event[], words: Words): Item[] {
  const items: Item[] = [];
  let shownDay = "";
  for (const event of events) {
    const item = itemOf(event, items.at(-1), words);
    if (item === null) continue;
    const today = day(item.at, "en");
    if (today !== shownDay) items.push({ kind: "day", key: `day ${today}`, at: item.at });
    shownDay = today;
    items.push(item);
  }
  return items;
}
