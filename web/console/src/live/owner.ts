/** Who keeps a desk, and is told what the people at it should notice. */
import type { News } from "./news.ts";
import type { Offer } from "./offers.ts";

export interface DeskOwner {
  news(news: News): void;
  offered(offer: Offer): void;
  /** An offer has ended that was neither accepted nor declined here. */
  missed(): void;
  signedOut(): void;
}
