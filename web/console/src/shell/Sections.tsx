import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { leadsPageAt, leadsPath, pagesFor } from "../leads/pages.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Link } from "./Link.tsx";
import { usePath } from "./route.ts";

/** Between the conversations and what is for those who oversee; nobody else sees that there are two parts. */
export function Sections({ agent }: { readonly agent: Agent }): ReactElement | null {
  const { sections } = useWords().shell;
  const here = leadsPageAt(usePath(), agent) !== null;
  const [first] = pagesFor(agent);
  if (first === undefined) return null;
  return (
    <nav className="sections" aria-label={sections.label}>
      <Link className="section" to={{ view: "queue", conversation: null }} isCurrent={!here}>
        <Icon name="list" />
        <span>{sections.inbox}</span>
      </Link>
      <Link className="section" to={leadsPath(first)} isCurrent={here}>
        <Icon name="chart" />
        <span>{sections.leads}</span>
      </Link>
    </nav>
  );
}
