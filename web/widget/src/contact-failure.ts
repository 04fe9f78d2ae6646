/** Why something that a customer left was not taken, in their words. */

import { Refusal } from "@lotse/sdk";

const INVALID = 422;
const TOO_MANY = 429;

export function whyNot(error: unknown, texts: { readonly tooOften: string; readonly failed: string }, invalid: string): string {
  if (!(error instanceof Refusal)) return texts.failed;
  if (error.status === INVALID) return invalid;
  return error.status === TOO_MANY ? texts.tooOften : texts.failed;
}
