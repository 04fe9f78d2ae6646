import type { ReactElement } from "react";
import type { BrokenRule } from "../../api/http.ts";
import { useLeadsWords } from "../words/words.ts";

interface Props {
  readonly title: string;
  readonly rules: readonly BrokenRule[];
}

/** What is wrong with what was sent, field by field. */
export function BrokenRules({ title, rules }: Props): ReactElement {
  const { forms } = useLeadsWords();
  return (
    <div className="problem" role="alert">
      <p>{title}</p>
      <ul className="broken">
        {rules.map((broken) => (
          <li key={broken.field + broken.code}>
            <code>{broken.field}</code> {forms.broken(broken)}
          </li>
        ))}
      </ul>
    </div>
  );
}
