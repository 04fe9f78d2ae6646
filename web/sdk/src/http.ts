/** JSON over HTTP, with the server's refusals told apart from no answer at all. */

import type { HttpAnswer, HttpRequest, Network } from "./ports.ts";

/** application/problem+json */
export interface Problem {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly field?: string;
}

/** The server answered, and the answer is no. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterS: number | null;

  constructor(status: number, code: string, retryAfterS: number | null) {
    super(`${code} (${status})`);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.retryAfterS = retryAfterS;
  }

  /** Trouble that passes by itself: overload, a restart behind the load balancer. */
  get passing(): boolean {
    return this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export interface Call {
  readonly method: HttpRequest["method"];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const TIMEOUT_MS = 10_000;

/** Rejects with a Refusal, or with the network's own error when there was no answer. */
export async function callJson(network: Network, call: Call): Promise<unknown> {
  const hasBody = call.body !== undefined;
  const answer = await network.request({
    method: call.method,
    url: call.url,
    headers: { ...call.headers, ...(hasBody ? { "Content-Type": "application/json" } : {}) },
    body: hasBody ? JSON.stringify(call.body) : null,
    timeoutMs: TIMEOUT_MS,
  });
  return bodyOf(answer);
}

/** What was answered; a Refusal where it was a no. */
export function bodyOf(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw refusal(answer);
  return answer.body;
}

function refusal(answer: HttpAnswer): Refusal {
  const problem = answer.body as Partial<Problem> | null;
  const code = typeof problem?.code === "string" ? problem.code : "no_reason_given";
  return new Refusal(answer.status, code, answer.retryAfterS);
}
