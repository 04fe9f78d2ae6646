import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { Attachments } from "../attachments/Attachments.tsx";
import { useCommand } from "../keyboard/registry.ts";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { StepChips } from "./StepChips.tsx";
import { SuggestionList } from "./SuggestionList.tsx";
import { useSlash } from "./useSlash.ts";
import { useWriter } from "./useWriter.ts";
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
  const begin = (mode: "reply" | "note") => (): void => {
    writing.choose(mode);
    field.current?.focus();
  };
  useCommand("reply", canReply ? begin("reply") : null);
  useCommand("note", begin("note"));
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
  const { steps } = writing.draft;
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
      {writing.mode === "reply" && steps !== null && (
        <StepChips
          steps={steps}
          onChange={(changed) => {
            writing.change({ steps: changed });
          }}
        />
      )}
      <Attachments picked={writing.picked} />
      <WriterFoot writing={writing} onSend={send} onCancel={onCancel} />
    </footer>
  );
}
