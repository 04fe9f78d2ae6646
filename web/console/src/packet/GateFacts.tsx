import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { term, useWords } from "../words/words.ts";
import { Section } from "./Section.tsx";

interface Props {
  readonly identity: string | null;
  readonly tax: string | null;
}

const FINE: ReadonlySet<string> = new Set(["verified", "ok"]);

/** What must be in order before money moves. */
export function GateFacts({ identity, tax }: Props): ReactElement | null {
  const { packet, terms } = useWords();
  if (identity === null && tax === null) return null;
  const gates = [
    { name: "identity", state: identity, table: terms.identity },
    { name: "tax", state: tax, table: terms.tax },
  ];
  return (
    <Section title={packet.gate.title}>
      <ul className="gates">
        {gates.map(({ name, state, table }) =>
          state === null ? null : (
            <li key={name} data-fine={FINE.has(state)}>
              <Icon name={FINE.has(state) ? "accept" : "alert"} />
              {term(table, state)}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
