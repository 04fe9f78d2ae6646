import { type ReactElement, useState } from "react";
import { Button as AriaButton, Header, Input, Label, Menu, MenuItem, MenuSection, MenuTrigger, Popover, TextField } from "react-aria-components";
import { useViews } from "../inbox/useInbox.ts";
import { Button } from "../kit/Button.tsx";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { groupsOf } from "./actions.ts";
import { choose } from "./selection.ts";
import { useBulk } from "./useBulk.ts";

interface Props {
  readonly chosen: ReadonlySet<string>;
  readonly rows: readonly Row[];
}

/** In the place of the filters while conversations are chosen. */
export function BulkBar({ chosen, rows }: Props): ReactElement {
  const words = useWords();
  const { bulk } = words;
  const { apply, pending } = useBulk();
  const [tag, setTag] = useState("");
  const teams = (useViews()?.teams ?? []).map(({ team }) => team);
  const groups = groupsOf(teams, new Date(), words);
  return (
    <div className="list-head bulk" role="toolbar" aria-label={bulk.label}>
      <IconButton
        icon="close"
        label={bulk.none}
        onPress={() => {
          choose([]);
        }}
      />
      <span role="status">{bulk.chosen(chosen.size)}</span>
      <AriaButton
        className="filter-button"
        onPress={() => {
          choose(rows.map(({ id }) => id));
        }}
      >
        {bulk.all}
      </AriaButton>
      <MenuTrigger>
        <AriaButton className="filter-button bulk-act" isDisabled={pending}>
          {bulk.act}
          <Icon name="chevron" />
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={bulk.act}
            onAction={(key) => {
              const found = groups.flatMap(({ offered }) => offered).find((it) => it.key === key);
              if (found !== undefined) apply(found.action);
            }}
          >
            {groups.map(({ key, title, offered }) => (
              <MenuSection key={key} id={key}>
                <Header>{title}</Header>
                {offered.map(({ key: id, name }) => (
                  <MenuItem key={id} id={id} className="menu-item">
                    {name}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <form
        className="bulk-tag"
        onSubmit={(event) => {
          event.preventDefault();
          const name = tag.trim().toLowerCase().replace(/\s+/g, "-");
          if (name !== "") apply({ kind: "tag", add: [name] });
          setTag("");
        }}
      >
        <TextField value={tag} onChange={setTag} maxLength={40}>
          <Label className="hidden">{bulk.tag}</Label>
          <Input className="input" placeholder={bulk.tag} />
        </TextField>
        {tag.trim() !== "" && <Button type="submit">{bulk.addTag}</Button>}
      </form>
    </div>
  );
}
