import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useEffect, useState } from "react";
import { DeskRefusal } from "../../api/http.ts";
import { refusalWords } from "../../words/refusal.ts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { BrokenRules } from "./BrokenRules.tsx";
import { idIn, rehearse } from "./rehearsal.ts";
import { RehearsalResult } from "./RehearsalResult.tsx";
import { TrialForm } from "./TrialForm.tsx";

/** Where a case would go: tried, not done. */
export function Rehearsal(): ReactElement {
  const { routing } = useLeadsWords();
  const [asked] = useState(() => new URLSearchParams(location.search).get("conversation") ?? "");
  const { mutate, reset, data, error, isPending } = useMutation({ mutationFn: rehearse });
  // Whoever comes from a conversation has said already what to try.
  useEffect(() => {
    const id = idIn(asked);
    if (id !== null) mutate({ conversation: id });
  }, [asked, mutate]);
  return (
    <div className="rehearsal">
      <p className="lead">{routing.lead}</p>
      <TrialForm conversation={asked} pending={isPending} onTry={mutate} onChange={reset} />
      {error !== null && <Refused error={error} />}
      {data !== undefined && <RehearsalResult tried={data} />}
    </div>
  );
}

function Refused({ error }: { readonly error: Error }): ReactElement {
  const words = useWords();
  const { forms } = useLeadsWords();
  const rules = error instanceof DeskRefusal ? error.errors : [];
  if (rules.length > 0) return <BrokenRules rules={rules} title={forms.problems(rules.length)} />;
  return (
    <p className="problem" role="alert">
      {refusalWords(error, words)}
    </p>
  );
}
