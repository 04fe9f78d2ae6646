/** Conversations before this one, each under its own heading. */

import type { ChatState, Thread } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { shortDate } from "./dates.ts";
import { threadItems } from "./items.ts";
import { Items } from "./list.tsx";

export function Earlier({ state }: { readonly state: ChatState }): JSX.Element | null {
  const { widget, texts } = useSurroundings();
  const spoken = state.earlier.filter(({ entries }) => entries.some((entry) => entry.kind === "said"));
  if (spoken.length === 0 && state.earlierLeft === 0) return null;
  return (
    <div class="earlier">
      {state.earlierLeft > 0 && (
        <button type="button" class="plain" onClick={() => void widget.client.loadEarlier().catch(() => undefined)}>
          {texts.earlier}
        </button>
      )}
      {spoken.map((thread) => (
        <EarlierCase key={thread.conversation.id} thread={thread} />
      ))}
      {spoken.length > 0 && (
        <h3 class="divider">
          <span>{texts.now}</span>
        </h3>
      )}
    </div>
  );
}

function EarlierCase({ thread }: { readonly thread: Thread }): JSX.Element {
  const { texts, language } = useSurroundings();
  const { case_number, closed_at } = thread.conversation;
  const heading = texts.earlierCase(case_number, closed_at === null ? null : shortDate(language, closed_at));
  return (
    <section aria-label={heading}>
      <h3 class="divider">
        <span>{heading}</span>
      </h3>
      <Items items={threadItems(thread, false)} />
    </section>
  );
}
