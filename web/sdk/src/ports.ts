/** What the SDK needs of the world around it. A browser, a phone or a test brings it in. */

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Parsed JSON; null when there was none. */
  readonly body: unknown;
  readonly retryAfterS: number | null;
}

/** A file of this device; what is in it, only the platform knows. */
export interface LocalFile {
  readonly name: string;
  readonly size: number;
}

export interface FileRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface UploadRequest extends FileRequest {
  readonly file: LocalFile;
  /** Told the share that is on its way, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** A file on its way up; cancelled, it has no answer. */
export interface Transfer {
  readonly answer: Promise<HttpAnswer>;
  cancel(): void;
}

export interface FileAnswer {
  readonly status: number;
  /** The platform's own kind of file; null when there was none. */
  readonly file: unknown;
}

export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  /** Called once, also when the socket never opened. */
  closed(code: number): void;
}

export interface SocketPort {
  send(text: string): void;
  close(): void;
}

export interface Network {
  /** Rejects when no answer came; any status is an answer. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Its answer rejects when none came. */
  upload(request: UploadRequest): Transfer;
  /** Rejects when no answer came. */
  download(request: FileRequest): Promise<FileAnswer>;
  connect(url: string, protocol: string, events: SocketEvents): SocketPort;
  /** A hint only: devices are often wrong about being online. */
  online(): boolean;
  /** Calls back on each change; returns the way to stop. */
  watchOnline(changed: (online: boolean) => void): () => void;
}

export interface Clock {
  now(): number;
  /** Runs once later; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
}

export interface Storage {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

export interface Chance {
  /** 0 inclusive to 1 exclusive. */
  number(): number;
  uuid(): string;
}

export interface Platform {
  readonly network: Network;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly chance: Chance;
}
