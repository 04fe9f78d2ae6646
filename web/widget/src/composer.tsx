/** Where the customer writes. Enter sends, Shift and Enter begin a new line. */

import { TEXT_LIMIT } from "@lotse/sdk";
import type { Conversation, Upload } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Attach, Tray, filesOf } from "./attach.tsx";
import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

/** Nearer to the limit than this, the writer is told. */
const TELL_FROM = TEXT_LIMIT - 500;
const MOST_ROWS = 6;

interface ComposerProps {
  readonly conversation: Conversation | null;
  readonly uploads: readonly Upload[];
}

export function Composer({ conversation, uploads }: ComposerProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const field = useFocusOnOpen(widget.shown.open);
  const [text, setText] = useState("");
  const length = text.trim().length;
  const saysSomething = length > 0 || uploads.some(({ state }) => state === "ready");
  const settled = uploads.every(({ state }) => state !== "sending");
  const sendable = conversation !== null && saysSomething && settled && length <= TEXT_LIMIT;

  const send = (): void => {
    if (!sendable) return;
    widget.say(text);
    setText("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter also ends the composition of a word in many languages; then it sends nothing.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Tray uploads={uploads} />
      <Attach disabled={conversation === null} />
      <textarea
        ref={field}
        rows={Math.min(MOST_ROWS, text.split("\n").length)}
        value={text}
        dir="auto"
        aria-label={texts.composer}
        aria-invalid={length > TEXT_LIMIT}
        placeholder={conversation?.state === "closed" ? texts.composerClosed : texts.composerHint}
        enterkeyhint="send"
        onInput={(event) => {
          setText(event.currentTarget.value);
          widget.client.typing();
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = filesOf(event.clipboardData);
          if (files.length === 0 || conversation === null) return;
          event.preventDefault();
          widget.client.files.tray.add(files);
        }}
      />
      <button type="submit" class="send" aria-label={texts.send} title={texts.send} disabled={!sendable}>
        <Icon name="send" />
      </button>
      <Count length={length} />
    </form>
  );
}

function Count({ length }: { readonly length: number }): JSX.Element {
  const { texts } = useSurroundings();
  const left = TEXT_LIMIT - length;
  return (
    <p class={left < 0 ? "count is-over" : "count"} role="status">
      {length >= TELL_FROM && (left < 0 ? texts.tooLong(-left) : texts.left(left))}
    </p>
  );
}

/** On a phone the keyboard would cover the chat before it has been seen. */
function useFocusOnOpen(open: boolean): { current: HTMLTextAreaElement | null } {
  const { widget } = useSurroundings();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const { inline } = widget.shown;
  useEffect(() => {
    if (open && !inline && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [open, inline]);
  return field;
}
