/** Playbooks as the API tells them, and what of them matters at a glance. */
import type { Event } from "@lotse/sdk";
import type { PerLanguage } from "../wire.ts";

export interface Playbook {
  readonly slug: string;
  readonly title: PerLanguage;
  readonly criteria: readonly PerLanguage[];
  readonly roles: readonly { readonly id: string; readonly name: PerLanguage; readonly task: PerLanguage }[];
  readonly contacts: readonly { readonly id: string; readonly role: string; readonly how: PerLanguage }[];
  readonly steps: readonly { readonly id: string; readonly role: string; readonly title: PerLanguage }[];
  readonly messages: readonly { readonly id: string; readonly title: PerLanguage; readonly text: PerLanguage }[];
}

export interface Run {
  readonly playbook: Playbook;
  readonly started_at: string;
  /** Null: a rule began it. */
  readonly started_by: { readonly id: string; readonly name: string } | null;
  /** Whom to call now, until `due_at`. */
  readonly calling: string | null;
  readonly due_at: string | null;
  readonly reached: string | null;
  readonly done: readonly { readonly step: string; readonly by: string | null; readonly at: string }[];
  readonly ended_at: string | null;
}

/** The seq of the last thing noted: what was fetched before it is out of date. */
export function lastNoted(events: readonly Event[]): number {
  return events.findLast((event) => event.type === "playbook_noted")?.seq ?? 0;
}

/** Those that can be begun: not running at the moment. */
export function startable(all: readonly Playbook[], runs: readonly Run[]): readonly Playbook[] {
  const running = new Set(runs.filter((run) => run.ended_at === null).map((run) => run.playbook.slug));
  return all.filter((playbook) => !running.has(playbook.slug));
}

export function roleName(playbook: Playbook, id: string): PerLanguage {
  return playbook.roles.find((role) => role.id === id)?.name ?? {};
}
