import type { ReactElement } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { useCommand } from "../keyboard/registry.ts";
import { Icon } from "../kit/Icon.tsx";
import type { Agent, Status } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { useStatus } from "./useStatus.ts";

const STATUSES: readonly Status[] = ["online", "away", "away_reassign", "offline"];

export function StatusMenu({ agent }: { readonly agent: Agent }): ReactElement {
  const { status: words } = useWords().shell;
  const { status, become } = useStatus(agent);
  useCommand("status", () => {
    become(status === "online" ? "away" : "online");
  });
  return (
    <MenuTrigger>
      <Button className="status" data-status={status} aria-label={`${words.label}: ${words.names[status]}`}>
        <span className="status-dot" aria-hidden="true" />
        <span className="status-word">{words.names[status]}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[status]}
          onAction={(key) => {
            become(STATUSES.find((name) => name === key) ?? "away");
          }}
        >
          {STATUSES.map((name) => (
            <MenuItem key={name} id={name} className="menu-item status-item" textValue={words.names[name]}>
              <Text slot="label">{words.names[name]}</Text>
              <Text slot="description" className="lead">
                {words.means[name]}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
