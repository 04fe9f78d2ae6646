import type { ReactElement } from "react";
import { Table } from "../Table.tsx";
import { useLeadsWords } from "../words/words.ts";
import type { Chance } from "./rehearsal.ts";

interface Props {
  readonly agents: readonly Chance[];
  readonly offeredTo: string | null;
}

export function ChanceTable({ agents, offeredTo }: Props): ReactElement {
  const { routing } = useLeadsWords();
  return (
    <Table label={routing.agents} heads={[routing.agent, routing.firstTarget, routing.inTheWay]}>
      {agents.map(({ id, name, target, obstacles }) => (
        <tr key={id} data-offered={id === offeredTo}>
          <th scope="row">{name}</th>
          <td>{target === null ? routing.noTarget : routing.target(target + 1)}</td>
          <td>{obstacles.map((it) => routing.obstacles[it]).join(", ") || routing.nothing}</td>
        </tr>
      ))}
    </Table>
  );
}
