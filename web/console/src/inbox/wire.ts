/** Lists of conversations as the agent API has them. */
import type { Priority, Row, RowState } from "../wire.ts";

export type View = "queue" | "mine" | "team" | "at_risk" | "snoozed" | "followed" | "bot" | "closed" | "all";
/** Closed conversations grow without end; nobody counts them. */
export type CountedView = Exclude<View, "closed" | "all">;
export type Counts = Readonly<Record<CountedView, number>>;

/** What a list is narrowed down to; null or nothing: not by this. */
export interface Filters {
  readonly state: readonly RowState[];
  readonly team: string | null;
  readonly language: string | null;
  readonly channel: string | null;
  readonly priority: Priority | null;
  readonly tag: string | null;
  readonly customer: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** A list that the agent gave a name; 1000 stands for that many rows or more. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: View;
  readonly filters: Filters;
  readonly count: number;
}

/** All there is to look at. */
export interface ViewsAnswer {
  readonly counts: Counts;
  readonly teams: readonly { readonly team: string; readonly count: number }[];
  readonly saved: readonly SavedView[];
}

export interface RowsAnswer {
  readonly rows: readonly Row[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** A piece of a text; `hit` where it is what was sought. */
export interface Fragment {
  readonly text: string;
  readonly hit: boolean;
}

/** A message with what was sought, and the conversation it is in. */
export interface Hit {
  readonly row: Row;
  readonly seq: number;
  readonly at: string;
  readonly type: "customer_said" | "assistant_said" | "agent_said" | "note_added";
  readonly snippet: readonly Fragment[];
}

export interface SearchAnswer {
  /** Found by case number or by name, on the first page only. */
  readonly named: readonly Row[];
  readonly hits: readonly Hit[];
  readonly next: string | null;
}
