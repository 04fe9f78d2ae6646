import type { ReactElement } from "react";
import { useSettings } from "../../settings/settings.ts";
import { day, moment } from "../../words/format.ts";
import { useLeadsWords } from "../words/words.ts";
import type { TeamTimes } from "./hours.ts";

export function TeamCard({ times }: { readonly times: TeamTimes }): ReactElement {
  const { hours: words } = useLeadsWords();
  const { language } = useSettings();
  const name = times.team ?? words.usual;
  const until = moment(times.changes_at, language);
  return (
    <section className="panel team-card" aria-label={name}>
      <h2 className="board-heading">{name}</h2>
      <p>
        <span className="presence" data-seen={times.open ? "online" : "offline"}>
          {times.open ? words.openUntil(until) : words.opensAt(until)}
        </span>
      </p>
      {times.team !== null && !times.own ? <p className="lead">{words.asUsual}</p> : <Week times={times} />}
      {(times.team === null || times.own) && (
        <details>
          <summary>{words.holidays(times.holidays.length)}</summary>
          <dl className="change-values">
            {times.holidays.map(({ on, name: called }) => (
              <div key={on}>
                <dt>{day(on, language)}</dt>
                <dd>{called[language]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Week({ times }: { readonly times: TeamTimes }): ReactElement {
  const { hours: words } = useLeadsWords();
  return (
    <>
      <dl className="week">
        {times.week.map((spans, index) => (
          <div key={words.days[index]}>
            <dt>{words.days[index]}</dt>
            <dd>{spans.length === 0 ? words.closed : spans.map((span) => span.replace("-", "–")).join(", ")}</dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">{words.zone(times.time_zone, times.country)}</p>
    </>
  );
}
