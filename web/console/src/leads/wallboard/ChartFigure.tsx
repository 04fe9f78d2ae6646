import { type ReactElement, type ReactNode, useId } from "react";
import { Table } from "../Table.tsx";
import { useLeadsWords } from "../words/words.ts";

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly legend: readonly { readonly name: string; readonly series: string }[];
  readonly children: ReactNode;
}

/** A picture for the eye, with the same figures as a table for everybody. */
export function ChartFigure({ title, columns, rows, legend, children }: Props): ReactElement {
  const { wallboard } = useLeadsWords();
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart-title" id={id}>
        {title}
      </figcaption>
      <ul className="chart-legend" aria-hidden="true">
        {legend.map(({ name, series }) => (
          <li key={series} data-series={series}>
            {name}
          </li>
        ))}
      </ul>
      <div className="chart-picture" aria-hidden="true">
        {children}
      </div>
      <details className="chart-table">
        <summary>{wallboard.asTable}</summary>
        <Table label={title} heads={columns}>
          {rows.map(([first, ...more]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {more.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
