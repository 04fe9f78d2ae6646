import type { ReactElement } from "react";
import { Link } from "../shell/Link.tsx";
import { VIEWS } from "../shell/route.ts";
import type { View } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { useCounts } from "./useInbox.ts";
import { ViewCount } from "./ViewCount.tsx";

export function ViewTabs({ view }: { readonly view: View }): ReactElement {
  const { shell } = useWords();
  const counts = useCounts();
  return (
    <nav className="views" aria-label={shell.views.label}>
      {VIEWS.map((name) => (
        <Link
          key={name}
          className="view"
          to={{ view: name, conversation: null }}
          isCurrent={name === view}
          data-urgent={name === "queue" && (counts?.queue ?? 0) > 0}
        >
          <ViewCount view={name} />
          <span className="view-name">{shell.views[name]}</span>
        </Link>
      ))}
    </nav>
  );
}
