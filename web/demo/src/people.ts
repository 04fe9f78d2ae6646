/** Who can be tried, as the demo's server tells it. */

export type Language = "de" | "en";

export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly kind: "freelancer" | "client";
  readonly language: Language;
}

export interface Agent {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface People {
  readonly people: readonly Person[];
  readonly agents: readonly Agent[];
}

export interface Payout {
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
  readonly state: string;
}

export async function fetchJson<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

export function people(): Promise<People> {
  return fetchJson("/demo/people");
}

export async function payoutsOf(sub: string): Promise<readonly Payout[]> {
  const { payouts } = await fetchJson<{ payouts: readonly Payout[] }>(`/demo/payouts?sub=${encodeURIComponent(sub)}`);
  return payouts;
}

export async function tokenOf(sub: string): Promise<string> {
  const { token } = await fetchJson<{ token: string }>(`/demo/token?sub=${encodeURIComponent(sub)}`);
  return token;
}
