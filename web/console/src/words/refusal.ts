/** A refusal as a sentence. */
import { DeskRefusal } from "../api/http.ts";
import type { Words } from "./words.ts";

export interface Circumstances {
  readonly capacity?: number;
  readonly owner?: string | null;
}

type Plain = "stale_epoch" | "not_owner" | "not_allowed_now" | "message_id_reused" | "not_there" | "not_found" | "forbidden" | "not_signed_in";

const PLAIN: ReadonlySet<string> = new Set<Plain>([
  "stale_epoch",
  "not_owner",
  "not_allowed_now",
  "message_id_reused",
  "not_there",
  "not_found",
  "forbidden",
  "not_signed_in",
]);

export function refusalWords(error: unknown, words: Words, known: Circumstances = {}): string {
  const { refusals } = words;
  if (!(error instanceof DeskRefusal)) return refusals.unreachable;
  if (error.code === "already_claimed") return refusals.already_claimed(known.owner ?? null);
  if (error.code === "at_capacity") return refusals.at_capacity(known.capacity ?? 0);
  return PLAIN.has(error.code) ? refusals[error.code as Plain] : byStatus(error, words);
}

function byStatus(error: DeskRefusal, { refusals }: Words): string {
  if (error.status === 429) return refusals.too_many_requests(error.retryAfterS);
  if (error.status === 413) return refusals.too_long;
  if (error.status >= 500) return refusals.server;
  return error.detail ?? refusals.other(error.code);
}

/** Why a message stayed unsent; only the code of the refusal is kept with it. */
export function codeWords(code: string | null, words: Words): string {
  if (code === null || code === "too_old") return words.refusals.unreachable;
  return refusalWords(new DeskRefusal(409, code, null, null, null), words);
}
