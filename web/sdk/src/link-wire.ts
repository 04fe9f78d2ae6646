/** Ways to pages of the platform, as they travel in a message. */

export interface PlatformLink {
  readonly title: string;
  readonly url: string;
}

export interface PlatformLinks {
  readonly kind: "links";
  readonly links: readonly PlatformLink[];
}

/** Secure pages, and pages of this machine; no user, nothing that a browser reads as something else. */
const PAGE = /^(?:https:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/i;

/** The address of a link where it may be opened, whatever the message says. */
export function linkAddress(url: string): string | null {
  return PAGE.test(url) ? url : null;
}
