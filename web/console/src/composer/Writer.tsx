import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { Attachments } from "../attachments/Attachments.tsx";
import { useDrafting } from "../drafting/useDrafting.ts";
import { useCommand } from "../keyboard/registry.ts";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { SuggestionList } from "./SuggestionList.tsx";
import { useSlash } from "./useSlash.ts";
import { useWriter } from "./useWriter.ts";
import { WriterExtras } from "./WriterExtras.tsx";
import { WriterField } from "./WriterField.tsx";
import { WriterFoot } from "./WriterFoot.tsx";

interface Props {
  readonly row: Row;
  readonly canReply: boolean;
  readonly onWriting: () => void;
  readonly onSent: () => void;
  readonly onCancel: (() => void) | null;
}

export function Writer({ row, canReply, onWriting, onSent, onCancel }: Props): ReactElement {
  const { composer, canned, inbox } = useWords();
  const writing = useWriter(row.id, canReply);
  const field = useRef<HTMLTextAreaElement>(null);
  const slash = useSlash(row, writing, field);
  const drafting = useDrafting(row.id, writing, field);
  const begin = (mode: "reply" | "note") => (): void => {
    writing.choose(mode);
    field.current?.focus();
  };
  useCommand("reply", canReply ? begin("reply") : null);
  useCommand("note", begin("note"));
  useCommand("draft", canReply && writing.mode === "reply" ? drafting.make : null);
  useEffect(() => {
    if (!canReply) field.current?.focus();
  }, [canReply]);

  const send = (): void => {
    if (!writing.send()) return;
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
    <footer className="composer" data-mode={writing.mode}>
      {canReply && (
        <ModeSwitch
          mode={writing.mode}
          onChange={(mode) => {
            begin(mode)();
          }}
        />
      )}
      <div className="writer-box">
        <SuggestionList label={canned.title} suggestions={slash} keyOf={(reply) => reply.id}>
          {(reply) => (
            <>
              <kbd>/{reply.shortcut}</kbd>
              <strong>{reply.title}</strong>
              <span>{reply.text[row.language === "de" ? "de" : "en"]}</span>
            </>
          )}
        </SuggestionList>
        <WriterField
          ref={field}
          label={writing.mode === "note" ? composer.noteLabel : composer.replyTo(name)}
          text={writing.text}
          suggestions={slash}
          onKeyDown={pressed}
          onChange={(text) => {
            writing.write(text);
            onWriting();
          }}
        />
      </div>
      <Attachments picked={writing.picked} />
      <WriterExtras row={row} writing={writing} field={field} />
      <WriterFoot writing={writing} drafting={canReply ? drafting : null} onSend={send} onCancel={onCancel} />
    </footer>
  );
}
