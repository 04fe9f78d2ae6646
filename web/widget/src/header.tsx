/** Title, case number, and the ways out. */

import type { Thread } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

interface HeaderProps {
  readonly thread: Thread | null;
  readonly inline: boolean;
}

export function Header({ thread, inline }: HeaderProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  return (
    <header class="header">
      <div class="titles">
        <h1>{texts.title}</h1>
        {thread !== null && <p>{texts.caseNumber(thread.conversation.case_number)}</p>}
      </div>
      {!inline && (
        <button
          type="button"
          class="tool"
          aria-label={texts.close}
          title={texts.close}
          onClick={() => {
            widget.close();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      {thread !== null && canEnd(thread) && <End key={thread.conversation.id} />}
    </header>
  );
}

/** There is nothing to end where nothing has been said. */
function canEnd({ conversation, entries }: Thread): boolean {
  return conversation.state !== "closed" && entries.some((entry) => entry.kind === "said");
}

function End(): JSX.Element {
  const { texts } = useSurroundings();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement | null>(null);
  const done = (): void => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="end"
        aria-expanded={asking}
        onClick={() => {
          setAsking(!asking);
        }}
      >
        {texts.end}
      </button>
      {asking && <EndQuestion done={done} />}
    </>
  );
}

function EndQuestion({ done }: { readonly done: () => void }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const first = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const end = (): void => {
    void widget.wish("close");
    done();
  };
  return (
    <div class="question" role="group" aria-label={texts.endAsk}>
      <p>{texts.endAsk}</p>
      <button type="button" class="pill is-strong" onClick={end} ref={first}>
        {texts.endYes}
      </button>
      <button type="button" class="pill" onClick={done}>
        {texts.endNo}
      </button>
    </div>
  );
}
