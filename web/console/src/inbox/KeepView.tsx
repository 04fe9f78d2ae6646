import { type ReactElement, type SyntheticEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Button } from "../kit/Button.tsx";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import type { Looked } from "../live/rows.ts";
import type { Place } from "../shell/route.ts";
import { useWords } from "../words/words.ts";
import { queryOf } from "./filters.ts";
import { useViews } from "./useInbox.ts";
import { useKeeping } from "./useKeeping.ts";

interface Props {
  readonly looked: Looked;
  readonly place: Place;
}

const MOST_LETTERS = 60;

/** Gives the list a name, another name, or lets it go. */
export function KeepView({ looked, place }: Props): ReactElement {
  const { inbox, composer } = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const kept = useViews()?.saved.find((it) => it.view === looked.view && queryOf(it.filters) === place.filters) ?? null;
  const keeping = useKeeping(kept, looked);
  const close = (): void => {
    setOpen(false);
  };
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") keeping.save(name.trim(), close);
  };
  return (
    <>
      <IconButton
        icon={kept === null ? "star" : "starred"}
        label={kept === null ? inbox.keep.title : inbox.keep.change(kept.name)}
        onPress={() => {
          setName(kept?.name ?? "");
          setOpen(true);
        }}
      />
      <Sheet title={inbox.keep.title} isOpen={open} onOpenChange={setOpen}>
        <p className="lead">{inbox.keep.lead}</p>
        <form onSubmit={save}>
          <TextField className="field" value={name} onChange={setName} maxLength={MOST_LETTERS} autoFocus>
            <Label>{inbox.keep.name}</Label>
            <Input className="input" />
          </TextField>
          <div className="sheet-actions">
            {kept !== null && (
              <Button
                look="quiet"
                onPress={() => {
                  keeping.forget(close);
                }}
              >
                <Icon name="close" /> {inbox.keep.forget}
              </Button>
            )}
            <Button onPress={close}>{composer.cancel}</Button>
            <Button look="primary" type="submit" isDisabled={name.trim() === ""} isPending={keeping.pending}>
              {inbox.keep.save}
            </Button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
