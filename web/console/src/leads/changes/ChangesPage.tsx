import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useSettings } from "../../settings/settings.ts";
import { Loading } from "../../shell/Loading.tsx";
import { moment } from "../../words/format.ts";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { changed, type ChangeMade, latestChanges } from "./changes.ts";

/** Who of the leads and admins changed what, and when. */
export function ChangesPage(): ReactElement {
  const { changes: words } = useLeadsWords();
  const { data, isError, refetch } = useQuery({ queryKey: ["changes"], queryFn: latestChanges, staleTime: 0 });
  if (isError && data === undefined) return <LoadFailed retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="rehearsal">
      <p className="lead">{words.lead}</p>
      {data.length === 0 ? (
        <p className="lead">{words.none}</p>
      ) : (
        <ol className="changes">
          {data.map((change, index) => (
            <ChangeItem key={`${change.at}${index}`} change={change} />
          ))}
        </ol>
      )}
    </div>
  );
}

function ChangeItem({ change }: { readonly change: ChangeMade }): ReactElement {
  const words = useLeadsWords();
  const { language } = useSettings();
  return (
    <li className="panel change">
      <p>
        <strong>{change.by.name}</strong> {words.changes.kinds[change.kind](change.about)}
        <time className="change-at" dateTime={change.at}>
          {moment(change.at, language)}
        </time>
      </p>
      <dl className="change-values">
        {changed(change).map(({ field, before, after }) => (
          <div key={field}>
            <dt>{words.changes.fields[field] ?? field}</dt>
            <dd>{before === null ? after : `${before} → ${after}`}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
