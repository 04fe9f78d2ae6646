/** What leads and admins changed, as it is on record. */
import { request } from "../../api/http.ts";
import type { LeadsWords } from "../words/words.ts";

export type ChangeKind = keyof LeadsWords["changes"]["kinds"];

export interface ChangeMade {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly kind: ChangeKind;
  readonly about: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export async function latestChanges(): Promise<readonly ChangeMade[]> {
  return (await request<{ readonly changes: ChangeMade[] }>("GET", "/v1/agent/changes")).changes;
}

export interface ChangedField {
  readonly field: string;
  /** Null where there was nothing before. */
  readonly before: string | null;
  readonly after: string;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(String).join(", ");
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([name, each]) => `${name} ${String(each)}`);
    return pairs.length === 0 ? "–" : pairs.join(", ");
  }
  return String(value);
}

export function changed({ before, after }: Pick<ChangeMade, "before" | "after">): ChangedField[] {
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: field in before ? shown(before[field]) : null,
    after: shown(value),
  }));
}
