/** Who the customer is to the server: a remembered visitor, or signed in by the page around. */

import { CustomerApi } from "./customer-api.ts";
import type { SessionRequest } from "./customer-api.ts";
import { Refusal } from "./http.ts";
import type { Storage } from "./ports.ts";
import type { SessionAnswer } from "./wire.ts";

/** The platform's backend signs a fresh token each time it is asked. */
export type TokenSource = () => Promise<string>;

/** The session is over and cannot be renewed from here. */
export class SessionEnded extends Error {
  override readonly name = "SessionEnded";
}

export class Session {
  private readonly api: CustomerApi;
  private readonly storage: Storage;
  private readonly key: string;
  private token: string | null = null;
  private source: TokenSource | null = null;
  private renewing: Promise<SessionAnswer> | null = null;

  constructor(api: CustomerApi, storage: Storage, key: string) {
    this.api = api;
    this.storage = storage;
    this.key = key;
  }

  /** Whether `open` would find something to go on with. */
  get remembered(): boolean {
    return this.source !== null || this.storage.read(this.key) !== null;
  }

  get present(): string | null {
    return this.token;
  }

  /** From now on this person; what a visitor said here before becomes theirs. */
  identify(source: TokenSource): void {
    if (this.source !== null) this.leave();
    this.token = null;
    this.source = source;
  }

  async open(request: SessionRequest): Promise<SessionAnswer> {
    if (this.token !== null) return this.reopen(this.token, request);
    const visitor = this.storage.read(this.key);
    if (this.source !== null) return this.signIn(this.source, request, visitor);
    if (visitor !== null) {
      try {
        return this.keep(await this.api.currentSession(visitor));
      } catch (error) {
        if (!isUnauthorised(error)) throw error;
      }
    }
    return this.keep(await this.api.openSession(null, request));
  }

  /** Runs a call with the token; a signed-in customer gets a new one when it has run out. */
  async call<T>(request: SessionRequest, use: (token: string) => Promise<T>): Promise<T> {
    const token = this.token;
    if (token === null) throw new SessionEnded();
    try {
      return await use(token);
    } catch (error) {
      if (!isUnauthorised(error)) throw error;
    }
    if (this.token === token) await this.renew(request);
    return use(this.token ?? token);
  }

  /** The server does not know our token any more. Calls that find out together share one renewal. */
  renew(request: SessionRequest): Promise<SessionAnswer> {
    this.renewing ??= this.signInAgain(request).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /** Ends it on the server too, as well as it can. */
  leave(): void {
    if (this.token !== null) this.api.endSession(this.token).catch(() => undefined);
    this.forget();
    this.source = null;
  }

  private async reopen(token: string, request: SessionRequest): Promise<SessionAnswer> {
    try {
      return await this.api.currentSession(token);
    } catch (error) {
      if (!isUnauthorised(error)) throw error;
      return this.renew(request);
    }
  }

  private async signInAgain(request: SessionRequest): Promise<SessionAnswer> {
    if (this.source !== null) return this.signIn(this.source, request, null);
    this.forget();
    throw new SessionEnded();
  }

  private async signIn(source: TokenSource, request: SessionRequest, visitor: string | null): Promise<SessionAnswer> {
    const body = { ...request, identity: await source() };
    const answer = await this.exchange(body, visitor);
    // Another person may have signed in while this one's token was on its way.
    if (this.source !== source) throw new SessionEnded();
    this.forget();
    this.token = answer.session;
    return answer;
  }

  /** A visitor's token that has run out must not keep its owner from signing in. */
  private async exchange(body: SessionRequest, visitor: string | null): Promise<SessionAnswer> {
    try {
      return await this.api.openSession(visitor, body);
    } catch (error) {
      if (visitor === null || !isUnauthorised(error)) throw error;
      return this.api.openSession(null, body);
    }
  }

  private keep(answer: SessionAnswer): SessionAnswer {
    this.token = answer.session;
    this.storage.write(this.key, answer.session);
    return answer;
  }

  private forget(): void {
    this.token = null;
    this.storage.remove(this.key);
  }
}

/** Nothing that waiting would mend. */
export function isFinal(error: unknown): boolean {
  return error instanceof SessionEnded || (error instanceof Refusal && !error.passing);
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
