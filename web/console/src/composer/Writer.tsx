import { TEXT_LIMIT } from "@lotse/sdk";
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { isApple } from "../kit/Keys.tsx";
import { useDesk } from "../live/DeskContext.tsx";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { useDraft } from "./useDraft.ts";
import { useTypingSignal } from "./useTypingSignal.ts";
import { WriterField } from "./WriterField.tsx";

interface Props {
  readonly row: Row;
  readonly canReply: boolean;
  readonly onWriting: () => void;
  readonly onSent: () => void;
  readonly onCancel?: () => void;
}

export function Writer({ row, canReply, onWriting, onSent, onCancel }: Props): ReactElement {
  const { composer, inbox } = useWords();
  const { outgoing } = useDesk();
  const [draft, change] = useDraft(row.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const tellTyping = useTypingSignal(row.id);
  const mode = canReply ? draft.mode : "note";
  const text = draft[mode];
  const over = text.length - TEXT_LIMIT;
  const sendable = text.trim() !== "" && over <= 0;

  const write = (as: "reply" | "note"): void => {
    if (canReply) change({ mode: as });
    field.current?.focus();
  };
  useEffect(() => {
    if (!canReply) field.current?.focus();
  }, [canReply]);
  useCommand("reply", canReply ? () => { write("reply"); } : null);
  useCommand("note", () => { write("note"); });

  const send = (): void => {
    if (!sendable) return;
    outgoing.add(row.id, { kind: mode, text: text.trim() });
    change({ [mode]: "" });
    onSent();
    onCancel?.();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  const name = row.customer.name ?? inbox.unknownCustomer;
  return (
    <footer className="composer" data-mode={mode}>
      {canReply && <ModeSwitch mode={mode} onChange={write} />}
      <WriterField
        ref={field}
        label={mode === "note" ? composer.noteLabel : composer.replyTo(name)}
        text={text}
        onKeyDown={pressed}
        onFocus={onWriting}
        onChange={(next) => {
          change({ [mode]: next });
          if (mode === "reply") tellTyping();
        }}
      />
      <div className="composer-foot">
        <p role="status">
          {over > 0 ? <strong>{composer.tooLong(over)}</strong> : mode === "note" ? composer.noteHint : ""}
        </p>
        {onCancel !== undefined && (
          <Button look="quiet" onPress={onCancel}>
            {composer.cancel}
          </Button>
        )}
        <Button look="primary" cap={isApple ? "⌘↵" : "Ctrl ↵"} isDisabled={!sendable} onPress={send}>
          {mode === "note" ? composer.addNote : composer.send}
        </Button>
      </div>
    </footer>
  );
}
