/** Files up and down in browsers: up by XMLHttpRequest, the one way that tells how far it is. */

import type { FileAnswer, FileRequest, HttpAnswer, Transfer, UploadRequest } from "./ports.ts";

interface Progress {
  readonly loaded: number;
  readonly total: number;
}
interface Wire {
  readonly upload: { onprogress: ((progress: Progress) => void) | null };
  readonly status: number;
  readonly responseText: string;
  timeout: number;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  ontimeout: (() => void) | null;
  onabort: (() => void) | null;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(body: unknown): void;
  abort(): void;
}
interface FetchAnswer {
  readonly status: number;
  readonly ok: boolean;
  blob(): Promise<unknown>;
}

declare const XMLHttpRequest: new () => Wire;
declare const fetch: (url: string, init: object) => Promise<FetchAnswer>;

const UPLOAD_MS = 5 * 60_000;

export function upload({ url, headers, file, progress }: UploadRequest): Transfer {
  const wire = new XMLHttpRequest();
  const answer = new Promise<HttpAnswer>((resolve, reject) => {
    const lost = (): void => {
      reject(new Error("no answer"));
    };
    wire.open("POST", url);
    wire.timeout = UPLOAD_MS;
    for (const [name, value] of Object.entries(headers)) wire.setRequestHeader(name, value);
    wire.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) progress(loaded / total);
    };
    wire.onload = () => {
      const retryAfter = Number.parseInt(wire.getResponseHeader("Retry-After") ?? "", 10);
      resolve({ status: wire.status, body: json(wire.responseText), retryAfterS: Number.isNaN(retryAfter) ? null : retryAfter });
    };
    wire.onerror = wire.ontimeout = wire.onabort = lost;
    wire.send(file);
  });
  return {
    answer,
    cancel: () => {
      wire.abort();
    },
  };
}

export async function download({ url, headers }: FileRequest): Promise<FileAnswer> {
  const answer = await fetch(url, { headers, cache: "no-store", credentials: "same-origin" });
  return { status: answer.status, file: answer.ok ? await answer.blob() : null };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
