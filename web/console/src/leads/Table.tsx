import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly label: string;
  /** Of the columns, in their order. */
  readonly heads: readonly ReactNode[];
  readonly panel?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table that scrolls by itself where it is wider than the screen, also by the keyboard. */
export function Table({ label, heads, panel = false, children }: Props): ReactElement {
  return (
    <div className={panel ? "table-scroll panel" : "table-scroll"} tabIndex={0} role="group" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th key={place} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
