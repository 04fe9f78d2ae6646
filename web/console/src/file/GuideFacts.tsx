import type { ReactElement } from "react";
import { Section } from "../packet/Section.tsx";
import { useWords } from "../words/words.ts";
import type { Guide } from "./wire.ts";

/** Checklists the customer has begun, and how far they are. */
export function GuideFacts({ guides }: { readonly guides: readonly Guide[] }): ReactElement | null {
  const { file } = useWords();
  if (guides.length === 0) return null;
  return (
    <Section title={file.guides}>
      {guides.map(({ slug, title, steps, done, total }) => (
        <details key={slug} className="guide-fact">
          <summary>
            <span>{title}</span>
            <progress value={done} max={total} aria-label={file.progress(done, total)} />
            <span className="guide-count">{`${done}/${total}`}</span>
          </summary>
          <ul>
            {steps.map((step) => (
              <li key={step.id} data-done={step.done_by !== null}>
                <span className="hidden">{step.done_by === null ? file.open : file.done}</span>
                {step.title}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}
