/** The names of what the cache holds. */
import type { View } from "../wire.ts";

export const keys = {
  me: ["me"],
  book: ["book"],
  counts: ["counts"],
  lists: ["list"],
  list: (view: View) => ["list", view],
  details: ["detail"],
  detail: (id: string) => ["detail", id],
  allPlaybooks: ["playbooks"],
  playbooks: (id: string, noted: number) => ["playbooks", id, noted],
} as const;
