/** What the customer can do on the platform: each a link to the page where it is done. */

import { linkAddress } from "@lotse/sdk";
import type { PlatformLink } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";

export function LinksPart({ links }: { readonly links: readonly PlatformLink[] }): JSX.Element | null {
  const { texts } = useSurroundings();
  const safe = links.flatMap(({ title, url }) => {
    const address = linkAddress(url);
    return address === null ? [] : [{ title, address }];
  });
  if (safe.length === 0) return null;
  return (
    <div class="links">
      {safe.map(({ title, address }) => (
        <a key={title} class="link-button" href={address} target="_blank" rel="noopener" aria-label={`${title} (${texts.newTab})`}>
          <span dir="auto">{title}</span>
          <Icon name="away" />
        </a>
      ))}
    </div>
  );
}
