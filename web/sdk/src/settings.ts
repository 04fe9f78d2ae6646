/** What a chat has to be told to begin. */

import type { Channel, Language } from "./wire.ts";

export interface ClientSettings {
  /** Where Lotse answers, such as `https://help.example.com`. */
  readonly origin: string;
  readonly channel: Channel;
  readonly language: Language | null;
  readonly pageUrl: string | null;
}
