/** The platform of browsers and workers. Only what is declared here is used of them. */

import type { HttpAnswer, HttpRequest, Network, Platform, SocketEvents, SocketPort, Storage } from "./ports.ts";
import { download, upload } from "./web-files.ts";

interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
interface WebSocketLike extends SocketPort {
  onopen: (() => void) | null;
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  onclose: ((close: { readonly code: number }) => void) | null;
}
type KeyValueStore = Record<"getItem" | "removeItem", (key: string) => string | null | undefined> & {
  setItem(key: string, value: string): void;
};
type Listen = (type: string, run: () => void) => void;

declare const fetch: (url: string, init: object) => Promise<FetchAnswer>;
declare const WebSocket: new (url: string, protocol: string) => WebSocketLike;
declare const AbortSignal: { timeout(ms: number): object };
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare const navigator: { readonly onLine?: boolean };
declare const addEventListener: Listen;
declare const removeEventListener: Listen;
declare const setTimeout: (run: () => void, ms: number) => number;
declare const clearTimeout: (timer: number) => void;
declare const localStorage: KeyValueStore;

async function request(sent: HttpRequest): Promise<HttpAnswer> {
  const answer = await fetch(sent.url, {
    method: sent.method,
    headers: sent.headers,
    body: sent.body,
    cache: "no-store",
    credentials: "same-origin",
    signal: AbortSignal.timeout(sent.timeoutMs),
  });
  const retryAfter = Number.parseInt(answer.headers.get("Retry-After") ?? "", 10);
  return {
    status: answer.status,
    body: json(await answer.text()),
    retryAfterS: Number.isNaN(retryAfter) ? null : retryAfter,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function connect(url: string, protocol: string, events: SocketEvents): SocketPort {
  const socket = new WebSocket(url, protocol);
  socket.onopen = () => {
    events.opened();
  };
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") events.received(data);
  };
  socket.onclose = ({ code }) => {
    events.closed(code);
  };
  return socket;
}

function watchOnline(changed: (online: boolean) => void): () => void {
  const up = (): void => {
    changed(true);
  };
  const down = (): void => {
    changed(false);
  };
  addEventListener("online", up);
  addEventListener("offline", down);
  return () => {
    removeEventListener("online", up);
    removeEventListener("offline", down);
  };
}

/** A version 4 UUID; unlike `crypto.randomUUID` it also works on pages without TLS. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Browsers may forbid storage; then things are kept for the life of the page. */
export function webStorage(): Storage {
  const fallback = new Map<string, string>();
  const attempt = <T>(use: (store: KeyValueStore) => T, otherwise: () => T): T => {
    try {
      return use(localStorage);
    } catch {
      return otherwise();
    }
  };
  return {
    read: (key) => attempt((store) => store.getItem(key) ?? null, () => fallback.get(key) ?? null),
    write: (key, value) => {
      attempt(
        (store) => {
          store.setItem(key, value);
        },
        () => void fallback.set(key, value),
      );
    },
    remove: (key) => {
      attempt((store) => void store.removeItem(key), () => void fallback.delete(key));
    },
  };
}

export function webPlatform(): Platform {
  const network: Network = { request, upload, download, connect, online: () => navigator.onLine !== false, watchOnline };
  return {
    network,
    storage: webStorage(),
    chance: { number: Math.random, uuid },
    clock: {
      now: Date.now,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => {
          clearTimeout(timer);
        };
      },
    },
  };
}
