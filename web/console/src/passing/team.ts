/** The people and teams that a conversation can be passed on to. */
import type { Status } from "../wire.ts";

/** Somebody a conversation can be passed on to; `here` when they take chats now. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  readonly capacity: number;
  readonly status: Status;
  readonly here: boolean;
  readonly load: number;
}

export interface TeamAnswer {
  readonly agents: readonly Colleague[];
  readonly teams: readonly string[];
}
