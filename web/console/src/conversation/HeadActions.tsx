import { type ReactElement, useState } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { SnoozeSheet } from "../passing/SnoozeSheet.tsx";
import { TransferSheet } from "../passing/TransferSheet.tsx";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { CloseSheet } from "./CloseSheet.tsx";
import { HandBackSheet } from "./HandBackSheet.tsx";
import { useActs } from "./useActs.ts";

/** What the owner may do with the conversation as a whole. */
export function HeadActions({ row, agent }: { readonly row: Row; readonly agent: Agent }): ReactElement {
  const { composer, passing } = useWords();
  const acts = useActs(row, agent);
  const [asking, setAsking] = useState<"nothing" | "transfer" | "snooze" | "handBack" | "close">("nothing");
  const ask = (what: typeof asking) => (): void => {
    setAsking(what);
  };
  const settle = ask("nothing");
  useCommand("transfer", ask("transfer"));
  useCommand("snooze", ask("snooze"));
  useCommand("handBack", ask("handBack"));
  useCommand("close", ask("close"));
  return (
    <div className="head-actions">
      <Button icon="clock" onPress={ask("snooze")}>
        {passing.snooze}
      </Button>
      <Button icon="send" onPress={ask("transfer")}>
        {passing.transfer}
      </Button>
      <Button icon="return" onPress={ask("handBack")}>
        {composer.handBack}
      </Button>
      <Button icon="accept" onPress={ask("close")}>
        {composer.close}
      </Button>
      <SnoozeSheet isOpen={asking === "snooze"} onClose={settle} acts={acts} />
      <TransferSheet agent={agent} isOpen={asking === "transfer"} onClose={settle} acts={acts} />
      <HandBackSheet isOpen={asking === "handBack"} onClose={settle} acts={acts} />
      <CloseSheet isOpen={asking === "close"} onClose={settle} acts={acts} />
    </div>
  );
}
