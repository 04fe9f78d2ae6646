import type { ReactElement } from "react";
import { useActs } from "../conversation/useActs.ts";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
  readonly onNote: (() => void) | null;
}

export function AcceptBar({ row, agent, onNote }: Props): ReactElement {
  const { composer } = useWords();
  const { act, pending } = useActs(row, agent);
  const accept = (): void => {
    act({ kind: "accept" });
  };
  useCommand("accept", accept);
  return (
    <footer className="composer composer-bar composer-accept">
      <p>{composer.acceptHint}</p>
      {onNote !== null && (
        <Button look="quiet" icon="lock" cap="N" onPress={onNote}>
          {composer.writeNote}
        </Button>
      )}
      <Button look="primary" icon="accept" cap="A" isPending={pending === "accept"} onPress={accept}>
        {pending === "accept" ? composer.accepting : composer.accept}
      </Button>
    </footer>
  );
}
