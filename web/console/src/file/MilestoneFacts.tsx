import type { ReactElement } from "react";
import { Section } from "../packet/Section.tsx";
import { useSettings } from "../settings/settings.ts";
import { day, money } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";
import type { Milestone } from "./wire.ts";

const SHOWN = 5;

export function MilestoneFacts({ milestones }: { readonly milestones: readonly Milestone[] }): ReactElement | null {
  const { file } = useWords();
  const { language } = useSettings();
  if (milestones.length === 0) return null;
  return (
    <Section title={file.milestones}>
      <ul className="milestones">
        {milestones.slice(0, SHOWN).map((it) => (
          <li key={it.id}>
            <span className="milestone-title">{it.title}</span>
            <span>{money(it.amount, it.currency, language)}</span>
            <span className="milestone-state">
              {term(file.milestoneStates, it.state)} · {it.pays ? file.pays : file.works} · {day(it.since, language)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
