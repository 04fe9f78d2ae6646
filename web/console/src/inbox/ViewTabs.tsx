import type { ReactElement } from "react";
import { Link } from "../shell/Link.tsx";
import type { Place } from "../shell/route.ts";
import type { View } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { useCounts } from "./useInbox.ts";
import { ViewMenu } from "./ViewMenu.tsx";

/** What an agent looks at all day; the rest is in the menu beside. */
export const TABS: readonly View[] = ["queue", "mine", "team", "at_risk"];

/** Somebody may have to act. */
const PRESSING: ReadonlySet<View> = new Set(["queue", "at_risk"]);

export function ViewTabs({ place }: { readonly place: Place }): ReactElement {
  const { shell } = useWords();
  const counts = useCounts();
  return (
    <nav className="views" aria-label={shell.views.label}>
      {TABS.map((name) => (
        <Link
          key={name}
          className="view"
          to={{ view: name, conversation: null }}
          isCurrent={name === place.view && place.filters === ""}
          data-view={name}
          data-urgent={PRESSING.has(name) && (counts?.[name as "queue"] ?? 0) > 0}
        >
          <span className="view-count">{counts?.[name as "queue"] ?? "–"}</span>
          <span className="view-name">{shell.views[name]}</span>
        </Link>
      ))}
      <ViewMenu place={place} />
    </nav>
  );
}
