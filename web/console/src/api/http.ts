/** JSON over HTTP; a refusal carries the sentence and the field that the server names. */
import { type HttpAnswer, type HttpRequest, type Problem, Refusal } from "@lotse/sdk";
import { platform } from "../platform.ts";

const TIMEOUT_MS = 12_000;

/** What is wrong with one field of what was sent. */
export interface BrokenRule {
  readonly field: string;
  readonly rule: string;
  readonly code: string;
  readonly limit: number | null;
}

export class DeskRefusal extends Refusal {
  constructor(
    status: number,
    code: string,
    retryAfterS: number | null,
    readonly detail: string | null,
    readonly field: string | null,
    readonly errors: readonly BrokenRule[] = [],
  ) {
    super(status, code, retryAfterS);
  }
}

function refusal({ status, body, retryAfterS }: HttpAnswer): DeskRefusal {
  const problem = (body ?? {}) as Partial<Problem> & { readonly errors?: readonly BrokenRule[] };
  return new DeskRefusal(
    status,
    problem.code ?? "no_reason_given",
    retryAfterS,
    problem.detail ?? null,
    problem.field ?? null,
    problem.errors ?? [],
  );
}

/** Rejects with a DeskRefusal, or with the network's own error when no answer came. */
export async function request<T>(method: HttpRequest["method"], url: string, body?: object): Promise<T> {
  const sends = method !== "GET";
  const answer = await platform.network.request({
    method,
    url,
    headers: sends ? { "Content-Type": "application/json" } : {},
    body: sends ? JSON.stringify(body ?? {}) : null,
    timeoutMs: TIMEOUT_MS,
  });
  return accepted(answer) as T;
}

/** What was answered; a DeskRefusal where it was a no. */
export function accepted(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw refusal(answer);
  return answer.body;
}
