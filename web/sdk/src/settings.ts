/** What a chat has to be told to begin. */

import type { SessionRequest } from "./customer-api.ts";
import type { Channel, Language } from "./wire.ts";

export interface ClientSettings {
  /** Where Lotse answers, such as `https://help.example.com`. */
  readonly origin: string;
  readonly channel: Channel;
  readonly language: Language | null;
  readonly pageUrl: string | null;
}

/** The same as the server wants it. */
export function sessionRequest({ channel, language, pageUrl }: ClientSettings): SessionRequest {
  return {
    channel,
    ...(language === null ? {} : { language }),
    ...(pageUrl === null ? {} : { page_url: pageUrl }),
  };
}
