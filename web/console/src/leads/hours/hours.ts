/** When which team is there, and the files that say so. */
import { request } from "../../api/http.ts";

export interface TeamTimes {
  /** Null: the usual hours. */
  readonly team: string | null;
  readonly own: boolean;
  readonly time_zone: string;
  readonly country: string;
  /** Monday first, in local time. */
  readonly week: readonly (readonly string[])[];
  readonly open: boolean;
  readonly changes_at: string;
  readonly holidays: readonly { readonly on: string; readonly name: { readonly de: string; readonly en: string } }[];
}
export interface RuleFile {
  readonly name: string;
  readonly text: string;
  readonly fault: string | null;
}

export const hoursApi = {
  hours: async (): Promise<readonly TeamTimes[]> => (await request<{ readonly teams: TeamTimes[] }>("GET", "/v1/agent/hours")).teams,
  files: async (): Promise<readonly RuleFile[]> => (await request<{ readonly files: RuleFile[] }>("GET", "/v1/agent/rule-files")).files,
};
