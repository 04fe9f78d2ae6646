import { type ReactElement, useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, FieldError, Form, Input, Label, Popover, TextField } from "react-aria-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { composing } from "../api/composing.ts";
import { putRows } from "../api/cache.ts";
import { SHORTCUT } from "../canned/canned.ts";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { Icon } from "../kit/Icon.tsx";
import { say } from "../shell/notices.ts";
import type { Agent, Row } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
}

const HELPERS: ReadonlySet<string> = new Set(["agent", "lead"]);

function useTags({ id }: Row): (tags: readonly string[]) => void {
  const cache = useQueryClient();
  const words = useWords();
  const { mutate } = useMutation({
    mutationFn: (tags: readonly string[]) => composing.setTags(id, tags),
    onSuccess: (row) => {
      putRows(cache, [row]);
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return mutate;
}

/** The tags of a conversation; each goes by a press, more come by a field of their own. */
export function TagLine({ row, agent }: Props): ReactElement {
  const { tags } = useWords();
  const put = useTags(row);
  const may = HELPERS.has(agent.role);
  return (
    <div className="tag-line chips" role="group" aria-label={tags.label}>
      {row.tags.map((tag) => (
        <span key={tag} className="chip">
          {tag}
          {may && (
            <AriaButton
              className="chip-remove"
              aria-label={tags.remove(tag)}
              onPress={() => {
                put(row.tags.filter((other) => other !== tag));
              }}
            >
              <Icon name="close" />
            </AriaButton>
          )}
        </span>
      ))}
      {may && (
        <NewTag
          onAdd={(tag) => {
            put([...new Set([...row.tags, tag])]);
          }}
        />
      )}
    </div>
  );
}

function NewTag({ onAdd }: { readonly onAdd: (tag: string) => void }): ReactElement {
  const { tags } = useWords();
  const [open, setOpen] = useState(false);
  const [tag, setTag] = useState("");
  const wrong = tag !== "" && !SHORTCUT.test(tag);
  useCommand("tags", () => {
    setOpen(true);
  });
  const add = (): void => {
    if (tag === "" || wrong) return;
    onAdd(tag);
    setTag("");
    setOpen(false);
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="chip chip-add">+ {tags.add}</AriaButton>
      <Popover className="popover" placement="bottom start">
        <Dialog className="tag-form" aria-label={tags.field}>
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextField
              className="field"
              value={tag}
              maxLength={40}
              isInvalid={wrong}
              autoFocus
              onChange={(text) => {
                setTag(text.trim().toLowerCase());
              }}
            >
              <Label>{tags.field}</Label>
              <Input className="input" />
              <FieldError className="field-error">{tags.rule}</FieldError>
            </TextField>
            <Button type="submit" look="primary" isDisabled={tag === "" || wrong}>
              {tags.put}
            </Button>
          </Form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
