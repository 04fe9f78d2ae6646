/** Where the agent is: a view and at most one conversation, in the address. */
import { useSyncExternalStore } from "react";
import type { View } from "../wire.ts";

export interface Route {
  readonly view: View;
  readonly conversation: string | null;
}

const BASE = "/console/";
export const VIEWS: readonly View[] = ["queue", "mine", "followed", "bot", "closed", "all"];

export function parseRoute(path: string): Route {
  const [view, conversation] = path.replace(BASE, "").split("/");
  const known = VIEWS.find((name) => name === view);
  if (known === undefined) return { view: "queue", conversation: null };
  const id = conversation === undefined || conversation === "" ? null : decodeURIComponent(conversation);
  return { view: known, conversation: id };
}

export function pathOf({ view, conversation }: Route): string {
  return conversation === null ? `${BASE}${view}` : `${BASE}${view}/${encodeURIComponent(conversation)}`;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

export function go(route: Route): void {
  const path = pathOf(route);
  if (path === location.pathname) return;
  history.pushState(null, "", path);
  tell();
}

export function currentRoute(): Route {
  return parseRoute(location.pathname);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return parseRoute(path);
}
