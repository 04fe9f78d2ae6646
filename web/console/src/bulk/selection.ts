/** Which conversations are chosen, to do the same to all of them. */
import { createStore } from "../store.ts";

/** As many as the server does at once. */
export const MOST = 100;

export const selection = createStore<ReadonlySet<string>>(new Set());

export function toggle(id: string): void {
  selection.set((before) => {
    const after = new Set(before);
    if (!after.delete(id) && after.size < MOST) after.add(id);
    return after;
  });
}

export function choose(ids: Iterable<string>): void {
  selection.set(new Set([...ids].slice(0, MOST)));
}
