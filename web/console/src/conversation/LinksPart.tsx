import { type PlatformLink, linkAddress } from "@lotse/sdk";
import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";

/** The pages that were offered; what may not be opened is shown as words alone. */
export function LinksPart({ links }: { readonly links: readonly PlatformLink[] }): ReactElement {
  const { conversation } = useWords();
  return (
    <ul className="choices" aria-label={conversation.offeredPages}>
      {links.map(({ title, url }) => {
        const address = linkAddress(url);
        return (
          <li key={title}>
            {address === null ? title : (
              <a href={address} target="_blank" rel="noopener noreferrer">
                {title} ↗
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
