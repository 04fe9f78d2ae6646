import type { ReactElement } from "react";
import { inLanguage } from "../../packet/phrases.ts";
import { useSettings } from "../../settings/settings.ts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { ChanceTable } from "./ChanceTable.tsx";
import type { Rehearsed } from "./rehearsal.ts";
import { TargetItem } from "./TargetItem.tsx";

export function RehearsalResult({ tried }: { readonly tried: Rehearsed }): ReactElement {
  const { inbox } = useWords();
  const { routing } = useLeadsWords();
  const { language } = useSettings();
  const { offered } = tried;
  return (
    <section className="panel" aria-label={routing.result} role="region" aria-live="polite">
      <h2 className="board-heading">{routing.result}</h2>
      <p className="offered" data-offered={offered !== null}>
        {offered === null ? (
          routing.offeredNobody
        ) : (
          <>
            <strong>{routing.offeredTo(offered.agent.name, offered.target + 1)}</strong> {inLanguage(offered.why, language)}
          </>
        )}
      </p>
      <dl className="pairs">
        <div>
          <dt>{routing.rule}</dt>
          <dd>{tried.rule}</dd>
        </div>
        <div>
          <dt>{routing.class}</dt>
          <dd>
            <span className="tag" data-priority={tried.priority}>
              {inbox.priority[tried.priority]}
            </span>
          </dd>
        </div>
      </dl>
      <p>{inLanguage(tried.why, language)}</p>
      <h3>{routing.targets}</h3>
      <ol className="targets">
        {tried.targets.map((target, index) => (
          <TargetItem key={index} target={target} number={index + 1} />
        ))}
      </ol>
      <h3>{routing.agents}</h3>
      <ChanceTable agents={tried.agents} offeredTo={offered?.agent.id ?? null} />
    </section>
  );
}
