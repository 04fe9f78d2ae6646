import type { ReactElement } from "react";
import { useWords } from "../../words/words.ts";
import { Table } from "../Table.tsx";
import { useLeadsWords } from "../words/words.ts";
import { inOrder, type Presence, seenAs } from "./presence.ts";

export function AgentsTable({ agents }: { readonly agents: readonly Presence[] }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  return (
    <section className="board-agents" aria-label={words.agentsTitle}>
      <h2 className="board-heading">{words.agentsTitle}</h2>
      {agents.length === 0 ? (
        <p className="lead">{words.noAgents}</p>
      ) : (
        <Table label={words.agentsTitle} heads={[words.agent, words.status, words.load, words.team]}>
          {inOrder(agents).map((agent) => (
            <AgentLine key={agent.id} agent={agent} />
          ))}
        </Table>
      )}
    </section>
  );
}

function AgentLine({ agent }: { readonly agent: Presence }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  const { names } = useWords().shell.status;
  const seen = seenAs(agent);
  const full = agent.load >= agent.capacity;
  return (
    <tr>
      <th scope="row">{agent.name}</th>
      <td>
        <span className="presence" data-seen={seen} title={seen === "silent" ? words.silentMeans : undefined}>
          {seen === "silent" ? words.silent : names[seen]}
        </span>
      </td>
      <td>
        <span className="load" data-full={full}>
          <meter aria-label={words.load} min={0} max={Math.max(1, agent.capacity)} value={agent.load} />
          {words.loadOf(agent.load, agent.capacity)}
        </span>
      </td>
      <td>{agent.teams.join(", ")}</td>
    </tr>
  );
}
