import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { hoursApi } from "./hours.ts";

/** The files themselves, read only, and whether they are right as they lie there now. */
export function RuleFiles(): ReactElement {
  const { hours: words } = useLeadsWords();
  const { data, isError, isFetching, refetch } = useQuery({ queryKey: ["rule-files"], queryFn: hoursApi.files, staleTime: 0 });
  if (isError && data === undefined) return <LoadFailed retry={() => void refetch()} />;
  return (
    <section className="panel" aria-label={words.files}>
      <h2 className="board-heading">{words.files}</h2>
      <p className="lead">{words.filesMean}</p>
      <div className="panel-foot">
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {words.check}
        </Button>
      </div>
      <div role="status">
        {(data ?? []).map(({ name, text, fault }) => (
          <details key={name} className="rule-file">
            <summary>
              <code>{name}</code> <span className={fault === null ? "fault-none" : "fault"}>{fault ?? words.right}</span>
            </summary>
            <pre className="file-text" tabIndex={0} aria-label={name}>
              {text}
            </pre>
          </details>
        ))}
      </div>
    </section>
  );
}
