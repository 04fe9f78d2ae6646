import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import { Link } from "../shell/Link.tsx";
import type { Earlier, EarlierCase } from "../wire.ts";
import { day } from "../words/format.ts";
import { term, useWords, type Words } from "../words/words.ts";
import { Section } from "./Section.tsx";

interface Props {
  readonly earlier: readonly Earlier[];
  /** The packet knows what the cases were about. */
  readonly cases: readonly EarlierCase[];
  readonly current: string;
}

function matter(id: string, cases: readonly EarlierCase[], { terms }: Words): string {
  const type = cases.find((known) => known.conversation === id)?.case_type ?? null;
  return type === null ? terms.noIntent : term(terms.intents, type);
}

export function EarlierCases({ earlier, cases, current }: Props): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  const { packet, terms, conversation } = words;
  const shown = earlier.filter(({ id }) => id !== current);
  return (
    <Section title={packet.earlier.title}>
      {shown.length === 0 && <p className="lead">{packet.earlier.none}</p>}
      <ul className="earlier">
        {shown.map((one) => (
          <li key={one.id}>
            <Link to={{ view: "all", conversation: one.id }}>
              <span className="earlier-matter">{matter(one.id, cases, words)}</span>
              <span className="earlier-facts">
                {conversation.caseNumber(one.case_number)} · {day(one.closed_at ?? one.started_at, language)}
                {one.close_reason !== null && ` · ${term(terms.closeReasons, one.close_reason)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
