import type { ReactElement } from "react";
import { term, useWords, type Words } from "../../words/words.ts";
import { type LeadsWords, useLeadsWords } from "../words/words.ts";
import type { TriedTarget } from "./rehearsal.ts";

/** Whom a target asks for, in words. */
export function targetWords(target: TriedTarget, { routing }: LeadsWords, { terms }: Words): string {
  const skills = target.skills.map((skill) => term(terms.skills, skill)).join(", ");
  const languages = target.languages.map((name) => term(terms.languages, name)).join(", ");
  return [
    target.team ?? (skills === "" ? routing.anySkill : routing.anyTeam),
    ...(skills === "" ? [] : [skills]),
    ...(target.min_level > 1 ? [routing.level(target.min_level)] : []),
    languages === "" ? routing.customersLanguage : languages,
  ].join(" · ");
}

export function TargetItem({ target, number }: { readonly target: TriedTarget; readonly number: number }): ReactElement {
  const words = useLeadsWords();
  const { routing } = words;
  const { after_s, means } = target;
  const when = after_s === null ? routing.skipped : after_s === 0 ? routing.atOnce : routing.after(routing.seconds(after_s));
  return (
    <li className="target" data-skipped={after_s === null}>
      <strong>{routing.target(number)}</strong> {targetWords(target, words, useWords())}
      <span className="target-when">{when}</span>
      <span className="target-means">{means.length === 0 ? routing.meansNobody : routing.means(means.join(", "))}</span>
    </li>
  );
}
