/** The search of the agent API. */
import { request } from "../api/http.ts";
import { queryOf } from "../inbox/filters.ts";
import type { SearchAnswer } from "../inbox/wire.ts";
import type { Filters } from "../wire.ts";

export function search(words: string, filters: Filters, cursor: string | null): Promise<SearchAnswer> {
  const query = new URLSearchParams(queryOf(filters));
  query.set("q", words);
  if (cursor !== null) query.set("cursor", cursor);
  return request("GET", `/v1/agent/search?${query.toString()}`);
}
