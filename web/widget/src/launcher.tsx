/** The button that floats over a page. */

import { unread } from "@lotse/sdk";
import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

export function Launcher({ state }: { readonly state: ChatState }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const { open } = widget.shown;
  const news = open ? 0 : unread(state);
  const toggle = (): void => {
    if (open) widget.close();
    else widget.open();
  };
  const label = open ? texts.close : news > 0 ? texts.openUnread(news) : texts.open;
  return (
    <button type="button" class={open ? "launcher is-open" : "launcher"} aria-label={label} aria-expanded={open} onClick={toggle}>
      <Icon name={open ? "down" : "chat"} />
      {news > 0 && (
        <span class="badge" aria-hidden="true">
          {news > 9 ? "9+" : news}
        </span>
      )}
    </button>
  );
}
