/** How often articles were shown and helped. */
import { request } from "../../api/http.ts";

export interface Usefulness {
  readonly slug: string;
  readonly language: "de" | "en";
  readonly shown: number;
  readonly helpful: number;
  readonly not_helpful: number;
  /** With its 95 % interval; null without votes. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export async function usefulness(days: number): Promise<readonly Usefulness[]> {
  const url = `/v1/agent/articles/usefulness?days=${days}`;
  return (await request<{ readonly articles: Usefulness[] }>("GET", url)).articles;
}
