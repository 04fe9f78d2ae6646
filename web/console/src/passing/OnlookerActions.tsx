import type { ReactElement } from "react";
import { useActs } from "../conversation/useActs.ts";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { isMine } from "../live/rows.ts";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";

const HELD: ReadonlySet<Row["state"]> = new Set(["offered", "agent", "snoozed"]);

interface Rights {
  readonly mayFollow: boolean;
  readonly mayTake: boolean;
}

function rightsOf(row: Row, agent: Agent): Rights {
  const leads = agent.role === "lead";
  const helps = leads || agent.role === "agent";
  return {
    mayFollow: helps && row.state !== "closed",
    mayTake: leads && !isMine(row, agent.id) && HELD.has(row.state),
  };
}

/** What anybody may do with a conversation: follow it; and a lead take it over. */
export function OnlookerActions({ row, agent }: { readonly row: Row; readonly agent: Agent }): ReactElement | null {
  const { passing } = useWords();
  const { act, pending } = useActs(row, agent);
  const follows = row.followers.includes(agent.id);
  const { mayFollow, mayTake } = rightsOf(row, agent);
  const follow = (): void => {
    act({ kind: "follow", on: !follows });
  };
  const take = (): void => {
    act({ kind: "takeOver" });
  };
  useCommand("follow", mayFollow ? follow : null);
  useCommand("takeOver", mayTake ? take : null);
  if (!mayFollow) return null;
  return (
    <div className="head-actions">
      <Button look="quiet" icon={follows ? "close" : "eye"} cap="F" onPress={follow}>
        {follows ? passing.unfollow : passing.follow}
      </Button>
      {mayTake && (
        <Button icon="person" isPending={pending === "takeOver"} onPress={take}>
          {passing.takeOver}
        </Button>
      )}
    </div>
  );
}
