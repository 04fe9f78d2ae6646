import { type ReactElement, useEffect } from "react";
import { Icon } from "../kit/Icon.tsx";
import { type Colleague, companyOf } from "../live/colleagues.ts";
import { useDesk } from "../live/DeskContext.tsx";
import { useStore } from "../store.ts";
import { useNow } from "../words/clock.ts";
import { useWords } from "../words/words.ts";

const EVERY_MS = 12_000;
const NOBODY: readonly Colleague[] = [];

/** Says to colleagues that this conversation is before somebody, for as long as it is. */
function usePresence(conversation: string): void {
  const { colleagues } = useDesk();
  useEffect(() => {
    const say = (): void => {
      colleagues.tell(conversation, document.visibilityState === "visible" ? "viewing" : "gone");
    };
    // The conversation is watched in a moment; before that nobody would hear.
    const first = setTimeout(say, 300);
    const timer = setInterval(say, EVERY_MS);
    document.addEventListener("visibilitychange", say);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
      colleagues.tell(conversation, "gone");
    };
  }, [colleagues, conversation]);
}

/** Who else is here; a warning where somebody writes, lest a customer get two answers. */
export function CompanyLine({ conversation: id }: { readonly conversation: string }): ReactElement {
  const { conversation } = useWords();
  const here = useStore(useDesk().colleagues.here)[id] ?? NOBODY;
  const { viewing, writing } = companyOf(here, useNow(1_000));
  usePresence(id);
  return (
    <div className="company" role="status">
      {writing.length > 0 && (
        <p className="company-writes">
          <Icon name="alert" />
          {conversation.writesToo(writing.join(", "))}
        </p>
      )}
      {viewing.length > 0 && (
        <p className="company-views">
          <Icon name="eye" />
          {conversation.viewsToo(viewing.join(", "))}
        </p>
      )}
    </div>
  );
}
