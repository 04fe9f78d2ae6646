/** The dry run as the server tells it. */
import { request } from "../../api/http.ts";
import type { PerLanguage, Priority } from "../../wire.ts";
import type { LeadsWords } from "../words/words.ts";

export type Obstacle = keyof LeadsWords["routing"]["obstacles"];

export interface TriedTarget {
  readonly team: string | null;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly min_level: number;
  readonly timeout_s: number | null;
  readonly skip_if_none: boolean;
  /** Null: passed by. */
  readonly after_s: number | null;
  readonly means: readonly string[];
}
export interface Chance {
  readonly id: string;
  readonly name: string;
  readonly target: number | null;
  readonly obstacles: readonly Obstacle[];
}
export interface Rehearsed {
  readonly rule: string;
  readonly priority: Priority;
  readonly why: PerLanguage;
  readonly targets: readonly TriedTarget[];
  readonly offered: { readonly agent: { readonly id: string; readonly name: string }; readonly target: number; readonly why: PerLanguage } | null;
  readonly agents: readonly Chance[];
}

export type Trial =
  | { readonly conversation: string }
  | { readonly packet: unknown; readonly channel: "in_app" | "web" };

export function rehearse(trial: Trial): Promise<Rehearsed> {
  return request("POST", "/v1/agent/routing/rehearsal", trial);
}

const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** The id in what somebody pasted: the id itself, or the address of the conversation. */
export function idIn(pasted: string): string | null {
  return ID.exec(pasted)?.[0].toLowerCase() ?? null;
}

export type Pasted = { readonly packet: unknown } | { readonly wrong: string };

/** A packet, whether it was pasted alone or within the whole answer. */
export function packetIn(pasted: string): Pasted {
  try {
    const value: unknown = JSON.parse(pasted);
    const within = typeof value === "object" && value !== null && "packet" in value ? value.packet : value;
    return { packet: within };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

export type What = "conversation" | "packet";
export type ChannelName = "in_app" | "web";

/** The form as it is filled in. */
export interface Typed {
  readonly what: What;
  readonly conversation: string;
  readonly packet: string;
  readonly channel: ChannelName;
}

/** What to try, or the sentence that says why there is nothing to try. */
export function trialOf(typed: Typed, words: Pick<LeadsWords["routing"], "noConversation" | "notJson">): Trial | string {
  if (typed.what === "conversation") {
    const id = idIn(typed.conversation);
    return id === null ? words.noConversation : { conversation: id };
  }
  const pasted = packetIn(typed.packet);
  return "wrong" in pasted ? `${words.notJson} ${pasted.wrong}` : { packet: pasted.packet, channel: typed.channel };
}
