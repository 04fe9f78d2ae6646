/** What the script tag says. */

import type { Channel } from "@lotse/sdk";

export interface Config {
  /** The API answers where the script comes from. */
  readonly origin: string;
  /** Origins of several front doors where no load balancer stands before them; empty with one. */
  readonly servers: readonly string[];
  readonly channel: Channel;
  readonly language: string | undefined;
  /** Where the chat fills a place in the page instead of floating over it. */
  readonly target: string | undefined;
  /** Whether a page that nobody looks at may say in its title how many messages are new. */
  readonly titled: boolean;
}

export function readConfig(script: HTMLScriptElement): Config {
  const { channel, language, servers = "", target, title } = script.dataset;
  return {
    origin: new URL(script.src).origin,
    servers: servers.split(/\s+/).filter((origin) => origin !== ""),
    channel: channel === "in_app" ? "in_app" : "web",
    language,
    target,
    titled: title !== "off",
  };
}
