import { type ReactElement, useState } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text, useFilter } from "react-aria-components";
import { run, useCommand, usePossible } from "../keyboard/registry.ts";
import { COMMANDS, type Command } from "../keyboard/table.ts";
import { Icon } from "../kit/Icon.tsx";
import { Keys } from "../kit/Keys.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { useWords } from "../words/words.ts";

/** Moving in the list and closing this bar need no entry in it. */
const LEFT_OUT: ReadonlySet<string> = new Set(["next", "previous", "open", "send", "back", "bar"]);

export function CommandBar(): ReactElement {
  const { commands } = useWords();
  const possible = usePossible();
  const [open, setOpen] = useState(false);
  const { contains } = useFilter({ sensitivity: "base" });
  useCommand("bar", () => {
    setOpen(true);
  });
  const offered = COMMANDS.filter(({ name }) => possible.has(name) && !LEFT_OUT.has(name));
  const choose = ({ name }: Command): void => {
    setOpen(false);
    // What the command focuses must not lose it again to the closing dialog.
    setTimeout(() => run(name), 0);
  };
  return (
    <Sheet title={commands.bar} size="bar" isOpen={open} onOpenChange={setOpen}>
      <Autocomplete filter={contains}>
        <SearchField className="bar-search" aria-label={commands.barHint} autoFocus>
          <Icon name="search" />
          <Input className="bar-input" placeholder={commands.barHint} />
        </SearchField>
        <Menu
          className="menu bar-menu"
          aria-label={commands.bar}
          items={offered.map((command) => ({ id: command.name, command }))}
          renderEmptyState={() => <p className="bar-nothing">{commands.barNothing}</p>}
        >
          {({ command }) => (
            <MenuItem
              className="menu-item"
              textValue={commands.names[command.name]}
              onAction={() => {
                choose(command);
              }}
            >
              <span className="bar-group" aria-hidden="true">{commands.groups[command.group]}</span>
              <Text slot="label">{commands.names[command.name]}</Text>
              <span className="bar-keys" aria-hidden="true">
                <Keys keys={command.keys} />
              </span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Sheet>
  );
}
