import { type ReactElement, useEffect, useRef } from "react";
import { Link } from "../shell/Link.tsx";
import type { Agent } from "../wire.ts";
import { ArticlesPage } from "./articles/ArticlesPage.tsx";
import { ChangesPage } from "./changes/ChangesPage.tsx";
import { HoursPage } from "./hours/HoursPage.tsx";
import { MembersPage } from "./members/MembersPage.tsx";
import { NoticePage } from "./notice/NoticePage.tsx";
import { type LeadsPage, leadsPath, pagesFor } from "./pages.ts";
import { Rehearsal } from "./routing/Rehearsal.tsx";
import { RolesPage } from "./roles/RolesPage.tsx";
import "./styles/index.css";
import { Wallboard } from "./wallboard/Wallboard.tsx";
import { useLeadsWords } from "./words/words.ts";

interface Props {
  readonly page: LeadsPage;
  readonly agent: Agent;
}

const BODIES: Readonly<Record<LeadsPage, () => ReactElement>> = {
  wallboard: Wallboard,
  routing: Rehearsal,
  notice: NoticePage,
  articles: ArticlesPage,
  members: MembersPage,
  hours: HoursPage,
  roles: RolesPage,
  changes: ChangesPage,
};

export function Leads({ page, agent }: Props): ReactElement {
  const words = useLeadsWords();
  const Body = BODIES[page];
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever goes to another page is taken there, also without seeing.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [page]);
  return (
    <>
      <nav className="leads-pages" aria-label={words.pagesLabel}>
        {pagesFor(agent).map((name) => (
          <Link key={name} className="leads-page" to={leadsPath(name)} isCurrent={name === page}>
            {words.pages[name]}
          </Link>
        ))}
      </nav>
      <main id="conversation" className="leads" tabIndex={-1}>
        <h1 className="leads-title" ref={heading} tabIndex={-1}>
          {words.pages[page]}
        </h1>
        <Body />
      </main>
    </>
  );
}
