/** The same done to many conversations; each is done or refused by itself. */
import type { CloseReason } from "@lotse/sdk";
import { request } from "../api/http.ts";
import type { Row } from "../wire.ts";

export type BulkAction =
  | { readonly kind: "accept" }
  | { readonly kind: "close"; readonly reason: CloseReason }
  | { readonly kind: "transfer"; readonly team: string }
  | { readonly kind: "snooze"; readonly until: string | null }
  | { readonly kind: "tag"; readonly add: readonly string[] };

export interface BulkResult {
  readonly conversation: string;
  readonly refused: { readonly code: string; readonly detail: string } | null;
  readonly row: Row | null;
}

export async function bulk(rows: readonly Row[], action: BulkAction): Promise<readonly BulkResult[]> {
  const items = rows.map(({ id, epoch }) => ({ conversation: id, epoch }));
  return (await request<{ readonly results: BulkResult[] }>("POST", "/v1/agent/bulk", { items, action })).results;
}
