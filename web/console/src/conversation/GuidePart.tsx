/** A guide as it was sent: its steps, and which of them were done then. */

import type { GuideCard } from "@lotse/sdk";
import type { ReactElement } from "react";

export function GuidePart({ guide }: { readonly guide: GuideCard }): ReactElement {
  return (
    <div className="card">
      <p>{guide.title}</p>
      <ol>
        {guide.steps.map(({ id, title, done }) => (
          <li key={id}>
            {done ? "✓ " : ""}
            {title}
          </li>
        ))}
      </ol>
    </div>
  );
}
