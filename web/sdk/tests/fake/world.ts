/** A platform under the test's control: its clock stands still, its network fails on demand. */

import type { FileAnswer, FileRequest, HttpAnswer, HttpRequest, Network, Platform, Transfer, UploadRequest, SocketEvents, SocketPort, Storage } from "../../src/index.ts";
import { FakeLotse, echo } from "./lotse.ts";
import type { Script } from "./lotse.ts";
import { Routes } from "./routes.ts";
import type { Verify } from "./routes.ts";
import { FakeSocket } from "./sockets.ts";

/** What becomes of a request: lost on its way there, or its answer lost on the way back. */
export type Fate = "arrives" | "request lost" | "answer lost" | "overloaded";

/** What becomes of a frame; `late` frames are overtaken by those behind them. */
export type Carry = "once" | "twice" | "late" | "lost";

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class FakeClock {
  private time = Date.parse("2026-11-24T09:00:00Z");
  private timers: Timer[] = [];

  now = (): number => this.time;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settled();
      const due = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = end;
  }
}

function hop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Everything that can go on without time passing has gone on: the longest chain of calls is shorter than this. */
export async function settled(): Promise<void> {
  for (let hops = 0; hops < 40; hops += 1) await hop();
}

export function memory(): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

const nameIsToken: Verify = (identity) =>
  identity === "expired" ? null : { kind: "freelancer", name: identity, verified: true };

/** The server's side: one for all devices of a test. */
export class World {
  readonly clock = new FakeClock();
  readonly lotse: FakeLotse;
  readonly routes: Routes;

  constructor(script: Script = echo) {
    this.lotse = new FakeLotse(this.clock.now, script);
    this.routes = new Routes(this.lotse, nameIsToken);
  }
}

/** One browser tab, with its own network. */
export class Device implements Network {
  readonly asked: HttpRequest[] = [];
  readonly storage;
  fate: (request: HttpRequest) => Fate = () => "arrives";
  carry: () => Carry = () => "once";
  canConnect = true;
  /** Uploads wait for it. */
  gate: Promise<void> = Promise.resolve();
  private readonly world: World;
  private readonly lines = new Set<{ cut(code: number): void }>();
  private readonly onlineListeners = new Set<(online: boolean) => void>();
  private isOnline = true;
  private made = 0;

  constructor(world: World, storage = memory()) {
    this.world = world;
    this.storage = storage;
  }

  get platform(): Platform {
    const chance = { number: () => 0.5, uuid: () => `id-${String(Device.next())}-${String(++this.made)}` };
    return { network: this, clock: this.world.clock, storage: this.storage, chance };
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    await hop();
    this.asked.push(request);
    const fate = this.isOnline ? this.fate(request) : "request lost";
    if (fate === "request lost") throw new Error("no network");
    if (fate === "overloaded") return { status: 503, body: null, retryAfterS: 2 };
    const answer = this.world.routes.answer({
      method: request.method,
      path: request.url.replace(/^https:\/\/[^/]+/, ""),
      token: request.headers["Authorization"]?.replace("Bearer ", "") ?? null,
      body: request.body === null ? null : (JSON.parse(request.body) as unknown),
    });
    await hop();
    if (fate === "answer lost") throw new Error("no network");
    return { ...answer, body: structuredClone(answer.body), retryAfterS: null };
  }

  /** Half of it goes at once; the rest when the way is free. */
  upload({ url, headers, file, progress }: UploadRequest): Transfer {
    let cancelled = false;
    const answer = async (): Promise<HttpAnswer> => {
      progress(0.5);
      await this.gate;
      const body = JSON.stringify({ size: file.size });
      const answered = await this.request({ method: "POST", url, headers, body, timeoutMs: 0 });
      if (cancelled) throw new Error("cancelled");
      progress(1);
      return answered;
    };
    return { answer: answer(), cancel: () => { cancelled = true; } };
  }

  async download({ url, headers }: FileRequest): Promise<FileAnswer> {
    const { status, body } = await this.request({ method: "GET", url, headers, body: null, timeoutMs: 0 });
    return { status, file: status === 200 ? body : null };
  }

  connect(_url: string, _protocol: string, events: SocketEvents): SocketPort {
    let open = true;
    const end = (code: number): void => {
      if (!open) return;
      open = false;
      this.lines.delete(line);
      socket.closed();
      events.closed(code);
    };
    const receive = (text: string) => (): void => {
      if (open) events.received(text);
    };
    const deliver = (text: string): void => {
      const carry = this.carry();
      if (carry === "late") setImmediate(receive(text));
      else if (carry !== "lost") queueMicrotask(receive(text));
      if (carry === "twice") queueMicrotask(receive(text));
    };
    const line = { cut: end };
    const socket = new FakeSocket(this.world.lotse, { send: deliver, close: end });
    setImmediate(() => {
      if (!this.canConnect || !this.isOnline) end(1006);
      if (!open) return;
      this.lines.add(line);
      events.opened();
    });
    return { send: (text) => { if (open) socket.received(text); }, close: () => { end(1000); } };
  }

  online = (): boolean => this.isOnline;

  watchOnline = (changed: (online: boolean) => void): (() => void) => {
    this.onlineListeners.add(changed);
    return () => { this.onlineListeners.delete(changed); };
  };

  setOnline(online: boolean): void {
    this.isOnline = online;
    if (!online) this.cut();
    for (const listener of [...this.onlineListeners]) listener(online);
  }

  cut(code = 1006): void {
    for (const line of [...this.lines]) line.cut(code);
  }

  private static serial = 0;

  private static next(): number {
    Device.serial += 1;
    return Device.serial;
  }
}
