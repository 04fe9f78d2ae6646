/** Who is of the team, as those see it who run it. */
import { request } from "../../api/http.ts";
import type { Status } from "../../wire.ts";

export type RoleName = "agent" | "lead" | "admin" | "auditor";
export type ChannelName = "in_app" | "web";
export const ROLES: readonly RoleName[] = ["agent", "lead", "admin", "auditor"];
export const CHANNELS: readonly ChannelName[] = ["in_app", "web"];
export const LANGUAGES = ["de", "en"] as const;

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly teams: readonly string[];
  readonly capacity: number;
  readonly channel_capacity: Readonly<Partial<Record<ChannelName, number>>>;
  readonly status: Status;
  readonly seen_at: string | null;
  readonly disabled_at: string | null;
}
export interface Members {
  readonly members: readonly Member[];
  readonly skills: readonly string[];
  readonly teams: readonly string[];
}

/** The form: numbers are texts while they are typed. */
export interface MemberDraft {
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly languages: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly teams: readonly string[];
  readonly capacity: string;
  readonly channels: Readonly<Record<ChannelName, string>>;
}

export const MEMBERS = ["members"];
const URL = "/v1/agent/members";
export const CHECK_URL = `${URL}/check`;

export function draftOf(member: Member | null): MemberDraft {
  if (member === null) {
    return { name: "", email: "", role: "agent", languages: ["de", "en"], levels: {}, teams: [], capacity: "4", channels: { in_app: "", web: "" } };
  }
  const { in_app, web } = member.channel_capacity;
  return {
    name: member.name,
    email: member.email,
    role: member.role,
    languages: member.languages,
    levels: Object.fromEntries(member.skills.map((skill) => [skill, member.levels[skill] ?? 1])),
    teams: member.teams,
    capacity: String(member.capacity),
    channels: { in_app: in_app === undefined ? "" : String(in_app), web: web === undefined ? "" : String(web) },
  };
}

/** What is no whole number is sent as it was typed: the server says what is wrong with it. */
function whole(text: string): number | string {
  return /^-?\d+$/.test(text.trim()) ? Number(text) : text;
}

/** A level of one says nothing: whoever has a skill has it. */
export function equipmentOf(draft: MemberDraft): object {
  const channels = CHANNELS.filter((channel) => draft.channels[channel].trim() !== "");
  return {
    languages: draft.languages,
    skills: Object.keys(draft.levels),
    levels: Object.fromEntries(Object.entries(draft.levels).filter(([, level]) => level > 1)),
    teams: draft.teams,
    capacity: whole(draft.capacity),
    channel_capacity: Object.fromEntries(channels.map((channel) => [channel, whole(draft.channels[channel])])),
  };
}

export function bodyOf(draft: MemberDraft): object {
  return { name: draft.name, email: draft.email, role: draft.role, ...equipmentOf(draft) };
}

/** What is looked over while it is typed. */
export function checkBodyOf(draft: MemberDraft, member: Member | null): object {
  return member === null ? bodyOf(draft) : { ...bodyOf(draft), agent: member.id };
}

const at = (id: string): string => `${URL}/${encodeURIComponent(id)}`;

export const membersApi = {
  all: (): Promise<Members> => request("GET", URL),
  add: (draft: MemberDraft): Promise<{ readonly member: Member; readonly password: string }> => request("POST", URL, bodyOf(draft)),
  change: (id: string, draft: MemberDraft): Promise<Member> => request("PUT", at(id), bodyOf(draft)),
  /** What leads may change: what somebody can do, not who they are. */
  equip: (id: string, draft: MemberDraft): Promise<unknown> => request("PUT", `/v1/agent/colleagues/${encodeURIComponent(id)}`, equipmentOf(draft)),
  renewPassword: (id: string): Promise<{ readonly password: string }> => request("POST", `${at(id)}/password`, {}),
  disable: (id: string): Promise<Member> => request("POST", `${at(id)}/disable`, {}),
  enable: (id: string): Promise<Member> => request("POST", `${at(id)}/enable`, {}),
};
