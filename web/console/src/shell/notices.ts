/** Short sentences for the agent about something that could not be done. */
import { createStore } from "../store.ts";

export interface Notice {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 9_000;
let count = 0;
export const notices = createStore<readonly Notice[]>([]);

export function dismiss(id: number): void {
  notices.set((before) => before.filter((notice) => notice.id !== id));
}

export function say(text: string): void {
  count += 1;
  const id = count;
  notices.set((before) => [...before.filter((notice) => notice.text !== text), { id, text }]);
  setTimeout(() => {
    dismiss(id);
  }, SHOWN_MS);
}
