/** Title, case number, and the ways out. */

import type { Conversation } from "@lotse/sdk";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

interface HeaderProps {
  readonly conversation: Conversation | null;
  readonly inline: boolean;
}

export function Header({ conversation, inline }: HeaderProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [asking, setAsking] = useState(false);
  const canEnd = conversation !== null && conversation.state !== "closed";
  return (
    <header class="header">
      <div class="titles">
        <h1>{texts.title}</h1>
        {conversation !== null && <p>{texts.caseNumber(conversation.case_number)}</p>}
      </div>
      {canEnd && (
        <button
          type="button"
          class="tool"
          aria-label={texts.end}
          title={texts.end}
          aria-expanded={asking}
          onClick={() => {
            setAsking(!asking);
          }}
        >
          <Icon name="leave" />
        </button>
      )}
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
      {asking && canEnd && <EndQuestion done={() => { setAsking(false); }} />}
    </header>
  );
}

function EndQuestion({ done }: { readonly done: () => void }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const end = (): void => {
    void widget.wish("close");
    done();
  };
  return (
    <div class="question" role="group" aria-label={texts.endAsk}>
      <p>{texts.endAsk}</p>
      <button type="button" class="pill is-strong" onClick={end} ref={(button) => button?.focus()}>
        {texts.endYes}
      </button>
      <button type="button" class="pill" onClick={done}>
        {texts.endNo}
      </button>
    </div>
  );
}
