import type { ReactElement } from "react";
import { Button } from "react-aria-components";
import { run } from "../keyboard/registry.ts";
import { Icon } from "../kit/Icon.tsx";
import { Keys } from "../kit/Keys.tsx";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Mark } from "./Mark.tsx";
import { Sections } from "./Sections.tsx";
import { StatusMenu } from "./StatusMenu.tsx";

export function TopBar({ agent }: { readonly agent: Agent }): ReactElement {
  const { commands } = useWords();
  return (
    <header className="topbar">
      <Mark />
      <Sections agent={agent} />
      <Button className="bar-opener" onPress={() => void run("bar")}>
        <Icon name="search" />
        <span>{commands.barHint}</span>
        <span aria-hidden="true">
          <Keys keys={["Mod+k"]} />
        </span>
      </Button>
      <StatusMenu agent={agent} />
      <AccountMenu agent={agent} />
    </header>
  );
}
