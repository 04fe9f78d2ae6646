/** The names of what the cache holds. */
import { queryOf } from "../inbox/filters.ts";
import type { Looked } from "../live/rows.ts";

export const keys = {
  me: ["me"],
  book: ["book"],
  views: ["views"],
  lists: ["list"],
  list: ({ view, filters }: Looked) => ["list", view, queryOf(filters)],
  details: ["detail"],
  detail: (id: string) => ["detail", id],
  allPlaybooks: ["playbooks"],
  playbooks: (id: string, noted: number) => ["playbooks", id, noted],
  suggested: (language: string, text: string) => ["suggested", language, text],
  tone: (language: string, first: boolean, text: string) => ["tone", language, first, text],
  canned: ["canned"],
  cannedValues: (id: string) => ["canned-values", id],
} as const;
