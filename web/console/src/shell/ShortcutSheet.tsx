import { type ReactElement, useState } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { COMMANDS, type CommandGroup, type CommandName } from "../keyboard/table.ts";
import { Keys } from "../kit/Keys.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { useWords } from "../words/words.ts";

const GROUPS: readonly CommandGroup[] = ["views", "list", "conversation", "console"];

/** Each command of a group once, with all of its keys. */
function keysOf(group: CommandGroup): [CommandName, readonly string[]][] {
  const found = new Map<CommandName, string[]>();
  for (const command of COMMANDS) {
    if (command.group !== group || command.keys.length === 0) continue;
    found.set(command.name, [...(found.get(command.name) ?? []), ...command.keys]);
  }
  return [...found];
}

export function ShortcutSheet(): ReactElement {
  const { commands } = useWords();
  const [open, setOpen] = useState(false);
  useCommand("shortcuts", () => {
    setOpen(true);
  });
  return (
    <Sheet title={commands.sheet} size="wide" isOpen={open} onOpenChange={setOpen}>
      <p className="lead">{commands.sheetHint}</p>
      <div className="shortcuts">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{commands.groups[group]}</h3>
            <dl>
              {keysOf(group).map(([name, keys]) => (
                <div key={name}>
                  <dt>{commands.names[name]}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
