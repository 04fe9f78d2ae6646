import type { ReactElement } from "react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import { go, type Place } from "../shell/route.ts";
import { useWords } from "../words/words.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { useViews } from "./useInbox.ts";

interface Props {
  readonly place: Place;
}

const COUNTED_TO = 1000;

/** Counting ends somewhere. */
export function countWords(count: number): string {
  return count >= COUNTED_TO ? `${COUNTED_TO - 1}+` : String(count);
}

function isAt({ view, filters }: Entry, place: Place): boolean {
  return view === place.view && filters === place.filters;
}

/** Every other list there is: views, teams, and those the agent keeps. */
export function ViewMenu({ place }: Props): ReactElement {
  const { shell } = useWords();
  const sections = entriesOf(useViews(), shell.views);
  const entries = sections.flatMap((section) => section.entries);
  const current = entries.find((entry) => isAt(entry, place));
  return (
    <MenuTrigger>
      <Button
        className="view view-more"
        data-current={current !== undefined}
        aria-label={current === undefined ? shell.views.more : `${shell.views.more}: ${current.name}`}
      >
        <span className="view-count">
          {current?.count === undefined || current.count === null ? <Icon name="list" /> : countWords(current.count)}
        </span>
        <span className="view-name">
          <span className="view-name-text">{current?.name ?? shell.views.more}</span>
          <Icon name="chevron" />
        </span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={shell.views.label}
          selectionMode="single"
          selectedKeys={current === undefined ? [] : [current.key]}
          onAction={(key) => {
            const entry = entries.find((it) => it.key === key);
            if (entry !== undefined) go({ view: entry.view, filters: entry.filters, conversation: null });
          }}
        >
          {sections.map(({ key, title, entries: inside }) => (
            <MenuSection key={key} id={key}>
              <Header>{title}</Header>
              {inside.map(({ key: id, name, count }) => (
                <MenuItem key={id} id={id} className="menu-item" textValue={name}>
                  <Text slot="label">{name}</Text>
                  {count !== null && <span className="menu-count">{countWords(count)}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
