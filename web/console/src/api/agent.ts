/** The agent API, a function per call. */
import type { CloseReason } from "@lotse/sdk";
import type { Message } from "../live/outgoing.ts";
import type { Playbook, Run } from "../playbooks/playbook.ts";
import type { TeamAnswer } from "../passing/team.ts";
import { queryOf } from "../inbox/filters.ts";
import type { Looked } from "../live/rows.ts";
import type { Agent, DeclineReason, DetailAnswer, Row, RowsAnswer, SavedView, ViewsAnswer } from "../wire.ts";
import { request } from "./http.ts";

interface WithAgent {
  readonly agent: Agent;
}
interface WithRow {
  readonly row: Row;
}
interface WithSeq {
  readonly seq: number;
}

/** Large enough that a list scrolled by hand never waits for its next page. */
const PAGE = 200;
/** What is done with a playbook in a conversation. */
export type PlaybookAct = { readonly playbook: string } & (
  | { readonly kind: "start" | "end" }
  | { readonly kind: "tick"; readonly step: string; readonly done: boolean }
  | { readonly kind: "reached"; readonly contact: string }
);

function playbookCall(act: PlaybookAct): readonly ["POST" | "PUT", string, object] {
  const at = `/playbooks/${encodeURIComponent(act.playbook)}`;
  switch (act.kind) {
    case "start":
      return ["POST", at, {}];
    case "end":
      return ["POST", `${at}/end`, {}];
    case "tick":
      return ["PUT", `${at}/steps/${encodeURIComponent(act.step)}`, { done: act.done }];
    case "reached":
      return ["POST", `${at}/contacts/${encodeURIComponent(act.contact)}/reached`, {}];
  }
}

export type Recipient = { readonly agent: string } | { readonly team: string };

const conversation = (id: string): string => `/v1/agent/conversations/${encodeURIComponent(id)}`;

async function act(id: string, what: string, body: object): Promise<Row> {
  return (await request<WithRow>("POST", `${conversation(id)}/${what}`, body)).row;
}

export const api = {
  me: async (): Promise<Agent> => (await request<WithAgent>("GET", "/v1/agent/me")).agent,
  login: async (email: string, password: string): Promise<Agent> =>
    (await request<WithAgent>("POST", "/v1/agent/login", { email, password })).agent,
  logout: (): Promise<undefined> => request("POST", "/v1/agent/logout"),
  setStatus: async (status: Agent["status"]): Promise<Agent> =>
    (await request<WithAgent>("PUT", "/v1/agent/status", { status })).agent,

  rows({ view, filters }: Looked, cursor: string | null): Promise<RowsAnswer> {
    const query = new URLSearchParams(queryOf(filters));
    query.set("view", view);
    query.set("limit", String(PAGE));
    if (cursor !== null) query.set("cursor", cursor);
    return request("GET", `/v1/agent/conversations?${query.toString()}`);
  },
  views: (): Promise<ViewsAnswer> => request("GET", "/v1/agent/views"),
  saveView: (name: string, looked: Looked): Promise<SavedView> => request("POST", "/v1/agent/views", { name, ...looked }),
  changeView: (id: string, name: string, { view, filters }: Looked): Promise<SavedView> =>
    request("PUT", `/v1/agent/views/${id}`, { name, view, filters }),
  forgetView: (id: string): Promise<undefined> => request("DELETE", `/v1/agent/views/${id}`),
  detail: (id: string): Promise<DetailAnswer> => request("GET", conversation(id)),

  playbooks: async (): Promise<readonly Playbook[]> =>
    (await request<{ readonly playbooks: Playbook[] }>("GET", "/v1/agent/playbooks")).playbooks,
  playbookRuns: async (id: string): Promise<readonly Run[]> =>
    (await request<{ readonly runs: Run[] }>("GET", `${conversation(id)}/playbooks`)).runs,
  playbookAct: async (id: string, act: PlaybookAct): Promise<readonly Run[]> => {
    const [method, path, body] = playbookCall(act);
    return (await request<{ readonly runs: Run[] }>(method, conversation(id) + path, body)).runs;
  },

  accept: async (id: string, epoch: number): Promise<Row> =>
    (await request<WithRow>("POST", `${conversation(id)}/accept`, { epoch })).row,
  handBack: async (id: string, epoch: number, note: string): Promise<Row> =>
    (await request<WithRow>("POST", `${conversation(id)}/hand-back`, note === "" ? { epoch } : { epoch, note })).row,
  decline: (id: string, reason: DeclineReason): Promise<Row> => act(id, "decline", { reason }),
  transfer: (id: string, epoch: number, to: Recipient, note: string): Promise<Row> =>
    act(id, "transfer", { epoch, ...to, ...(note === "" ? {} : { note }) }),
  takeOver: (id: string, epoch: number): Promise<Row> => act(id, "take-over", { epoch }),
  snooze: (id: string, epoch: number, until: string | null): Promise<Row> =>
    act(id, "snooze", until === null ? { epoch } : { epoch, until }),
  follow: (id: string, on: boolean): Promise<Row> => act(id, on ? "follow" : "unfollow", {}),
  team: (): Promise<TeamAnswer> => request("GET", "/v1/agent/colleagues"),
  close: async (id: string, epoch: number, reason: CloseReason): Promise<Row> =>
    (await request<WithRow>("POST", `${conversation(id)}/close`, { epoch, reason })).row,

  reply: async (id: string, messageId: string, { text, then, attachments, articles, draft }: Message, epoch: number): Promise<number> => {
    const said = { text: text === "" ? undefined : text, attachments: attachments?.map((file) => file.id) };
    const body = { client_message_id: messageId, ...said, then, articles, draft, epoch };
    return (await request<WithSeq>("POST", `${conversation(id)}/messages`, body)).seq;
  },
  note: async (id: string, messageId: string, text: string): Promise<number> =>
    (await request<WithSeq>("POST", `${conversation(id)}/notes`, { client_message_id: messageId, text })).seq,
};
