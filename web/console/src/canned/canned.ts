/** Canned replies as the API tells them, and how they become the text of a message. */
import type { Language } from "@lotse/sdk";

export interface Steps {
  readonly tags: readonly string[];
  readonly close: string | null;
  readonly snooze_s: number | null;
}

export interface Wording {
  readonly shortcut: string;
  readonly title: string;
  readonly text: Readonly<Record<Language, string>>;
  readonly own: boolean;
  readonly team: string | null;
  readonly steps: Steps;
}

export interface CannedReply {
  readonly id: string;
  readonly shortcut: string;
  readonly title: string;
  readonly text: Readonly<Record<Language, string>>;
  readonly scope: "own" | "team" | "everybody";
  readonly team: string | null;
  readonly steps: Steps;
  readonly changeable: boolean;
  readonly changed_at: string;
  readonly changed_by: { readonly id: string; readonly name: string };
}

export interface CannedReplies {
  readonly replies: readonly CannedReply[];
  readonly variables: readonly string[];
  readonly teams: readonly string[];
}

/** What the variables stand for in a case; null: nobody knows. */
export type Values = Readonly<Record<string, string | null>>;

export const NO_STEPS: Steps = { tags: [], close: null, snooze_s: null };

export function hasSteps({ tags, close, snooze_s }: Steps): boolean {
  return tags.length > 0 || close !== null || snooze_s !== null;
}

/** Tags of both; what the later one ends with counts. */
export function merged(before: Steps | null, more: Steps): Steps {
  const tags = [...new Set([...(before?.tags ?? []), ...more.tags])];
  const ends = more.close !== null || more.snooze_s !== null;
  const { close, snooze_s } = ends || before === null ? more : before;
  return { tags, close, snooze_s };
}

const NAMED = /\{([^{}]*)\}/g;

/** Variables with what they stand for; what nobody knows stays, to be seen and written by hand. */
export function filled(text: string, values: Values): string {
  return text.replace(NAMED, (whole, name: string) => values[name] ?? whole);
}

/** What is still to be filled in before a customer may read it. */
export function leftOpen(text: string, variables: readonly string[]): readonly string[] {
  const named = [...text.matchAll(NAMED)].map(([, name = ""]) => name);
  return [...new Set(named.filter((name) => variables.includes(name)))];
}

export type Fault = { readonly kind: "unknown"; readonly name: string } | { readonly kind: "brace" };

/** What the server would refuse in a text with variables, while it is written. */
export function faultsOf(text: string, variables: readonly string[]): readonly Fault[] {
  const named = [...text.matchAll(NAMED)].map(([, name = ""]) => name);
  const unknown = [...new Set(named.filter((name) => !variables.includes(name)))];
  const rest = text.replace(NAMED, "");
  const faults: Fault[] = unknown.map((name) => ({ kind: "unknown", name }));
  return /[{}]/.test(rest) ? [...faults, { kind: "brace" }] : faults;
}

function rankOf({ shortcut, title, text }: CannedReply, query: string): number {
  if (shortcut.startsWith(query)) return 0;
  const within = (words: string): boolean => words.toLowerCase().includes(query);
  if (within(shortcut) || within(title)) return 1;
  return within(text.de) || within(text.en) ? 2 : 3;
}

/** Those that fit what was typed after the slash, the nearest first. */
export function found(replies: readonly CannedReply[], query: string): readonly CannedReply[] {
  const wanted = query.toLowerCase();
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank || one.reply.shortcut.localeCompare(other.reply.shortcut))
    .map(({ reply }) => reply);
}

export const SHORTCUT = /^[a-z0-9äöüß]+(-[a-z0-9äöüß]+)*$/;
