import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: Props): ReactElement {
  return (
    <section className="fact">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
