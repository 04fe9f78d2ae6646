import type { ReactElement } from "react";
import { useLeadsWords } from "../words/words.ts";
import type { Chance } from "./rehearsal.ts";

interface Props {
  readonly agents: readonly Chance[];
  readonly offeredTo: string | null;
}

export function ChanceTable({ agents, offeredTo }: Props): ReactElement {
  const { routing } = useLeadsWords();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={routing.agents}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{routing.agent}</th>
            <th scope="col">{routing.firstTarget}</th>
            <th scope="col">{routing.inTheWay}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ id, name, target, obstacles }) => (
            <tr key={id} data-offered={id === offeredTo}>
              <th scope="row">{name}</th>
              <td>{target === null ? routing.noTarget : routing.target(target + 1)}</td>
              <td>{obstacles.map((it) => routing.obstacles[it]).join(", ") || routing.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
