/** What the agent is being asked to take, each with the moment its time is up. */
import type { OfferEndedFrame, OfferFrame } from "../frames.ts";
import type { PerLanguage, Row } from "../wire.ts";
import { createStore } from "../store.ts";
import type { DeskOwner } from "./owner.ts";

export interface Offer {
  readonly row: Row;
  readonly why: PerLanguage;
  readonly summary: PerLanguage;
  /** By this computer's own steady clock. */
  readonly endsAt: number;
  /** Milliseconds that were left when it was first heard of. */
  readonly lasts: number;
}

export class Offers {
  readonly open = createStore<readonly Offer[]>([]);

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** We are asked to take a conversation, or not any more. */
  received(frame: OfferFrame | OfferEndedFrame, owner: DeskOwner): void {
    if (frame.type === "offer") {
      const offer = this.heard(frame);
      if (offer !== null) owner.offered(offer);
    } else if (this.ended(frame.conversation) && frame.why === "passed_on") owner.missed();
  }

  /** The offer, if it is news: the same one is told again after a reload or a lost connection. */
  heard(frame: OfferFrame): Offer | null {
    const isNews = !this.#has(frame.row.id);
    const lasts = frame.left_s * 1000;
    const offer = { row: frame.row, why: frame.why, summary: frame.summary, endsAt: this.now() + lasts, lasts };
    this.open.set((before) => [...before.filter(({ row }) => row.id !== frame.row.id), offer]);
    return isNews ? offer : null;
  }

  /** Whether it was open here. */
  ended(conversation: string): boolean {
    const wasOpen = this.#has(conversation);
    this.open.set((before) => before.filter(({ row }) => row.id !== conversation));
    return wasOpen;
  }

  #has(conversation: string): boolean {
    return this.open.get().some(({ row }) => row.id === conversation);
  }

  /** After a time without connection the server tells again what is still open. */
  forget(): void {
    this.open.set([]);
  }
}
