import { type ReactElement, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useCommand } from "../keyboard/registry.ts";
import type { DeclineReason } from "../wire.ts";
import { useWords } from "../words/words.ts";

const REASONS: readonly DeclineReason[] = ["busy", "wrong_skill", "wrong_language", "break", "other"];

/** No is one key, the reason another: arrows or its first letter. */
export function DeclineMenu({ onChoose }: { readonly onChoose: (reason: DeclineReason) => void }): ReactElement {
  const { offers } = useWords();
  const [isOpen, setOpen] = useState(false);
  useCommand("offerDecline", () => {
    setOpen(true);
  });
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button button-plain">
        <span>{offers.decline}</span>
        <kbd className="cap" aria-hidden="true">
          D
        </kbd>
      </Button>
      <Popover className="popover" placement="top end">
        <Menu className="menu" aria-label={offers.whyNot} autoFocus="first">
          {REASONS.map((reason) => (
            <MenuItem
              key={reason}
              id={reason}
              className="menu-item"
              onAction={() => {
                onChoose(reason);
              }}
            >
              {offers.reasons[reason]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
