import type { ReactElement } from "react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { run, useCommand } from "../keyboard/registry.ts";
import { Icon } from "../kit/Icon.tsx";
import { useLeaving } from "../session/session.ts";
import { choose, type Theme, useSettings } from "../settings/settings.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { AlertChoices } from "./AlertChoices.tsx";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  return parts.map((part) => part.charAt(0)).slice(0, 2).join("").toUpperCase();
}

export function AccountMenu({ agent }: { readonly agent: Agent }): ReactElement {
  const { shell, canned } = useWords();
  const { language, theme } = useSettings();
  const { logOut } = useLeaving();
  useCommand("logout", logOut);
  return (
    <MenuTrigger>
      <Button className="account" aria-label={`${shell.menu.label}: ${agent.name}`}>
        <span className="avatar" aria-hidden="true" data-initials={initials(agent.name)} />
        <span className="account-name">{agent.name}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              choose({ language: new Set(keys).has("de") ? "de" : "en" });
            }}
          >
            <Header>{shell.menu.language}</Header>
            <MenuItem id="de" className="menu-item" textValue="Deutsch">
              Deutsch
            </MenuItem>
            <MenuItem id="en" className="menu-item" textValue="English">
              English
            </MenuItem>
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              choose({ theme: THEMES.find((name) => new Set(keys).has(name)) ?? "system" });
            }}
          >
            <Header>{shell.menu.theme}</Header>
            {THEMES.map((name) => (
              <MenuItem key={name} id={name} className="menu-item">
                {shell.menu.themes[name]}
              </MenuItem>
            ))}
          </MenuSection>
          <AlertChoices />
          <Separator className="menu-line" />
          <MenuItem className="menu-item" onAction={() => void run("canned")}>
            {canned.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => void run("shortcuts")}>
            {shell.menu.shortcuts}
          </MenuItem>
          <MenuItem className="menu-item" onAction={logOut}>
            {shell.menu.logout}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
