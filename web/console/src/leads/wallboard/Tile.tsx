import type { ReactElement, ReactNode } from "react";

export type Tone = "plain" | "good" | "warn" | "danger";

interface Props {
  readonly name: string;
  readonly means: string;
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** One figure; a colour only says again what its name and number say. */
export function Tile({ name, means, tone = "plain", children }: Props): ReactElement {
  return (
    <div className="tile" data-tone={tone}>
      <dt className="tile-name">{name}</dt>
      <dd className="tile-figure">{children}</dd>
      <dd className="tile-means">{means}</dd>
    </div>
  );
}
