/** Several front doors without a load balancer: where one does not answer, the next one is asked. */

import type { FileAnswer, FileRequest, HttpAnswer, HttpRequest, Network, Transfer, UploadRequest, SocketEvents, SocketPort } from "./ports.ts";

/** Answers of something that stands before a front door that is gone. */
const NOBODY_THERE: readonly number[] = [502, 503, 504];

/**
 * A network that goes to any of `servers` (origins) in place of the first. Nothing is sent twice
 * here: the caller's own next try, which it makes anyway, goes to another server.
 */
export class Servers implements Network {
  private readonly network: Network;
  private readonly servers: readonly string[];
  private current = 0;

  constructor(network: Network, servers: readonly string[]) {
    this.network = network;
    this.servers = servers;
  }

  request(request: HttpRequest): Promise<HttpAnswer> {
    return this.watched(this.current, this.network.request({ ...request, url: this.there(request.url) }));
  }


  upload(request: UploadRequest): Transfer {
    const asked = this.current;
    const transfer = this.network.upload({ ...request, url: this.there(request.url) });
    return { answer: this.watched(asked, transfer.answer), cancel: () => { transfer.cancel(); } };
  }

  download(request: FileRequest): Promise<FileAnswer> {
    return this.watched(this.current, this.network.download({ ...request, url: this.there(request.url) }));
  }

  connect(url: string, protocol: string, events: SocketEvents): SocketPort {
    const asked = this.current;
    let opened = false;
    return this.network.connect(this.there(url), protocol, {
      opened: () => {
        opened = true;
        events.opened();
      },
      received: (text) => {
        events.received(text);
      },
      closed: (code) => {
        // One that was open may only have been cut: the same server is the best guess still.
        if (!opened) this.leave(asked);
        events.closed(code);
      },
    });
  }

  online(): boolean {
    return this.network.online();
  }

  watchOnline(changed: (online: boolean) => void): () => void {
    return this.network.watchOnline(changed);
  }

  private async watched<T extends { readonly status: number }>(asked: number, coming: Promise<T>): Promise<T> {
    try {
      const answer = await coming;
      if (NOBODY_THERE.includes(answer.status)) this.leave(asked);
      return answer;
    } catch (error) {
      this.leave(asked);
      throw error;
    }
  }

  /** Those who failed at the same server at the same time move on once, not twice. */
  private leave(asked: number): void {
    if (asked === this.current) this.current = (this.current + 1) % this.servers.length;
  }

  private there(url: string): string {
    const [first = "", now = first] = [this.servers[0], this.servers[this.current]];
    for (const [from, to] of [[first, now], [webSocket(first), webSocket(now)]] as const) {
      if (url.startsWith(from)) return to + url.slice(from.length);
    }
    return url;
  }
}

function webSocket(origin: string): string {
  return origin.replace(/^http/, "ws");
}
