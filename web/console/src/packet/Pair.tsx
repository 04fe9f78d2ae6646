import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly name: string;
  readonly value: ReactNode;
}

/** A fact with its name; what is not known is not shown. */
export function Pair({ name, value }: Props): ReactElement | null {
  if (value === null || value === "") return null;
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
