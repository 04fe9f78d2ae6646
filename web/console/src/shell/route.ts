/** Where the agent is: a view, what narrows it down, and at most one conversation, in the address. */
import { useMemo, useSyncExternalStore } from "react";
import type { View } from "../wire.ts";

export interface Route {
  readonly view: View;
  readonly conversation: string | null;
  /** As a query, see inbox/filters.ts; none when it is left out. */
  readonly filters?: string;
}
export type Place = Required<Route>;

const BASE = "/console/";
export const VIEWS: readonly View[] = ["queue", "mine", "team", "at_risk", "snoozed", "followed", "bot", "closed", "all"];

export function parseRoute(address: string): Place {
  const [path = "", filters = ""] = address.split("?");
  const [view, conversation] = path.replace(BASE, "").split("/");
  const known = VIEWS.find((name) => name === view);
  if (known === undefined) return { view: "queue", conversation: null, filters: "" };
  const id = conversation === undefined || conversation === "" ? null : decodeURIComponent(conversation);
  return { view: known, conversation: id, filters };
}

export function pathOf({ view, conversation, filters = "" }: Route): string {
  const path = conversation === null ? `${BASE}${view}` : `${BASE}${view}/${encodeURIComponent(conversation)}`;
  return filters === "" ? path : `${path}?${filters}`;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

const address = (): string => location.pathname + location.search;

export function go(route: Route): void {
  goTo(pathOf(route));
}

export function goTo(path: string): void {
  if (path === address()) return;
  history.pushState(null, "", path);
  tell();
}

/** The same step a little further, as with each letter of a search: back leads to before it. */
export function goOn(route: Route): void {
  history.replaceState(null, "", pathOf(route));
  tell();
}

export function currentRoute(): Place {
  return parseRoute(address());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

export function useRoute(): Place {
  const at = useSyncExternalStore(subscribe, address);
  return useMemo(() => parseRoute(at), [at]);
}
