/** The crisis notice: what stands before the assistant's answers, and until when. */
import { request } from "../../api/http.ts";

export interface Notice {
  readonly id: string;
  readonly text: { readonly de: string; readonly en: string };
  readonly begins_at: string;
  readonly ends_at: string;
  readonly by: { readonly id: string; readonly name: string };
}
/** As it is typed; the end is a local time as the browser's field has it. */
export interface NoticeDraft {
  readonly de: string;
  readonly en: string;
  readonly ends: string;
}

export const NOTICE = ["crisis-notice"];
const URL = "/v1/agent/crisis-notice";
export const CHECK_URL = `${URL}/check`;

/** What is said, and how far the clock by which it ends is ahead of this computer's. */
export interface Announced {
  readonly notice: Notice | null;
  readonly aheadMs: number;
}
interface Answer {
  readonly notice: Notice | null;
  readonly now: string;
}

const announced = ({ notice, now }: Answer): Announced => ({ notice, aheadMs: Date.parse(now) - Date.now() });

export const noticeApi = {
  latest: async (): Promise<Announced> => announced(await request<Answer>("GET", URL)),
  publish: async (draft: NoticeDraft): Promise<Announced> => announced(await request<Answer>("PUT", URL, bodyOf(draft))),
  withdraw: (): Promise<undefined> => request("DELETE", URL),
};

/** What is sent; an end that is no time yet is left out, so that the server says that it is missing. */
export function bodyOf({ de, en, ends }: NoticeDraft): object {
  const at = new Date(ends);
  return { text: { de, en }, ...(Number.isNaN(at.getTime()) ? {} : { ends_at: at.toISOString() }) };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment as the browser's field for local times has it. */
export function localField(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function draftOf(notice: Notice | null, now: number): NoticeDraft {
  const inTwoHours = localField(now + 2 * 3_600_000);
  if (notice === null) return { de: "", en: "", ends: inTwoHours };
  return { ...notice.text, ends: localField(Date.parse(notice.ends_at)) };
}
