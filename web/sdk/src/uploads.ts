/** Files on their way up: each with its progress, until a message takes it along. */

import type { AttachedFile } from "./attachment-wire.ts";
import { FILES_LIMIT, FILE_LIMIT } from "./attachment-wire.ts";
import { backoff } from "./backoff.ts";
import { Refusal } from "./http.ts";
import type { LocalFile, Platform } from "./ports.ts";

export type UploadState = "sending" | "ready" | "failed";

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly state: UploadState;
  /** 0 to 1. */
  readonly progress: number;
  /** Why it failed: the server's code, or `no_answer`. */
  readonly error: string | null;
  /** What the server made of it. */
  readonly file: AttachedFile | null;
}

export interface UploadsOwner {
  readonly uploads: readonly Upload[];
  show(uploads: readonly Upload[]): void;
  /** Rejects with a Refusal, or when no answer came; `stoppable` is given the way to stop it. */
  send(file: LocalFile, progress: (share: number) => void, stoppable: (cancel: () => void) => void): Promise<AttachedFile>;
}

/** Tries of one file before its sender is asked. */
const TRIES = 4;

/** Of a whole folder that was dropped, no more need be told that there is no room. */
const MOST_SHOWN = 2 * FILES_LIMIT;

export class Uploads {
  private readonly owner: UploadsOwner;
  private readonly platform: Platform;
  private readonly files = new Map<string, LocalFile>();
  /** Ways to end what runs, or waits for its next try. */
  private readonly stops = new Map<string, () => void>();

  constructor(owner: UploadsOwner, platform: Platform) {
    this.owner = owner;
    this.platform = platform;
  }

  get all(): readonly Upload[] {
    return this.owner.uploads;
  }

  /** Begins at once; what there is no room for in one message says so. */
  add(files: readonly LocalFile[]): void {
    for (const file of files.slice(0, MOST_SHOWN)) this.begin(file);
  }

  /** The file as it was picked, to be shown meanwhile. */
  local(id: string): LocalFile | null {
    return this.files.get(id) ?? null;
  }

  retry(id: string): void {
    if (!this.files.has(id)) return;
    this.change(id, { state: "sending", progress: 0, error: null });
    void this.attempt(id, 1);
  }

  remove(id: string): void {
    this.stop(id);
    this.files.delete(id);
    this.set(this.all.filter((upload) => upload.id !== id));
  }

  /** What is ready goes with a message and leaves the tray. */
  take(): readonly AttachedFile[] {
    const ready = this.all.filter(({ state }) => state === "ready");
    for (const { id } of ready) this.files.delete(id);
    if (ready.length > 0) this.set(this.all.filter(({ state }) => state !== "ready"));
    return ready.flatMap(({ file }) => (file === null ? [] : [file]));
  }

  clear(): void {
    for (const { id } of this.all) this.stop(id);
    this.files.clear();
    if (this.all.length > 0) this.set([]);
  }

  private begin(file: LocalFile): void {
    const id = this.platform.chance.uuid();
    this.files.set(id, file);
    const error = this.objection(file);
    const upload: Upload = { id, name: file.name, size: file.size, state: "sending", progress: 0, error: null, file: null };
    this.set([...this.all, error === null ? upload : { ...upload, state: "failed", error }]);
    if (error === null) void this.attempt(id, 1);
  }

  private objection({ size }: LocalFile): string | null {
    if (this.all.filter(({ state }) => state !== "failed").length >= FILES_LIMIT) return "too_many";
    if (size > FILE_LIMIT) return "too_large";
    return size === 0 ? "invalid" : null;
  }

  private async attempt(id: string, nth: number): Promise<void> {
    const file = this.files.get(id);
    if (file === undefined) return;
    const progress = (share: number): void => {
      this.change(id, { progress: share });
    };
    const stoppable = (cancel: () => void): void => void this.stops.set(id, cancel);
    try {
      const kept = await this.owner.send(file, progress, stoppable);
      this.change(id, { state: "ready", progress: 1, file: kept });
    } catch (error) {
      if (this.files.has(id)) this.failed(id, nth, error);
    }
  }

  private failed(id: string, nth: number, error: unknown): void {
    const answered = error instanceof Refusal;
    // Too many at once passes by itself, but a whole day's measure does not: its sender is told.
    const again = (!answered || (error.passing && error.status !== 429)) && nth < TRIES;
    if (!again) {
      this.change(id, { state: "failed", error: answered ? error.code : "no_answer" });
      return;
    }
    const { clock, chance } = this.platform;
    this.change(id, { progress: 0 });
    this.stops.set(id, clock.after(backoff(nth, chance.number()), () => void this.attempt(id, nth + 1)));
  }

  private stop(id: string): void {
    this.stops.get(id)?.();
    this.stops.delete(id);
  }

  private change(id: string, change: Partial<Upload>): void {
    this.set(this.all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.owner.show(uploads);
  }
}
