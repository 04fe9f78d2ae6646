/** What agents compose with, a function per call. */
import type { CannedReplies, CannedReply, Values, Wording } from "../canned/canned.ts";
import type { LinkedArticle, ReplyDraft } from "../drafting/draft.ts";
import type { ToneFinding } from "../tone/tone.ts";
import type { Row } from "../wire.ts";
import { request } from "./http.ts";

const at = (id: string): string => `/v1/agent/conversations/${encodeURIComponent(id)}`;
const canned = (id: string): string => `/v1/agent/canned-replies/${encodeURIComponent(id)}`;

export const composing = {
  cannedReplies: (): Promise<CannedReplies> => request("GET", "/v1/agent/canned-replies"),
  putCannedReply: async (id: string, wording: Wording): Promise<CannedReply> =>
    (await request<{ readonly reply: CannedReply }>("PUT", canned(id), wording)).reply,
  removeCannedReply: (id: string): Promise<undefined> => request("DELETE", canned(id)),
  cannedValues: (id: string): Promise<Readonly<Record<"de" | "en", Values>>> => request("GET", `${at(id)}/canned-values`),
  draft: async (id: string): Promise<ReplyDraft> =>
    (await request<{ readonly draft: ReplyDraft }>("POST", `${at(id)}/draft`, {})).draft,
  suggestedArticles: async (text: string, language: "de" | "en"): Promise<readonly LinkedArticle[]> =>
    (await request<{ readonly articles: readonly LinkedArticle[] }>("POST", "/v1/agent/article-suggestions", { text, language })).articles,
  tone: async (text: string, language: "de" | "en", first: boolean): Promise<readonly ToneFinding[]> =>
    (await request<{ readonly findings: readonly ToneFinding[] }>("POST", "/v1/agent/tone-check", { text, language, first })).findings,
  setTags: async (id: string, tags: readonly string[]): Promise<Row> =>
    (await request<{ readonly row: Row }>("PUT", `${at(id)}/tags`, { tags })).row,
};
