/** Items of a transcript, each by its kind. */

import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { dayName } from "./dates.ts";
import type { Item } from "./items.ts";
import { Message } from "./message.tsx";
import { Notice } from "./notice.tsx";
import { Outgoing } from "./outgoing.tsx";

export function Items({ items }: { readonly items: readonly Item[] }): JSX.Element {
  return (
    <>
      {items.map((item) => (
        <ItemView key={item.key} item={item} />
      ))}
    </>
  );
}

function ItemView({ item }: { readonly item: Item }): JSX.Element {
  switch (item.kind) {
    case "day":
      return <Day at={item.at} />;
    case "said":
      return <Message item={item} />;
    case "notice":
      return <Notice notice={item.notice} />;
    case "outgoing":
      return <Outgoing outgoing={item.outgoing} />;
  }
}

function Day({ at }: { readonly at: string }): JSX.Element {
  const { texts, language } = useSurroundings();
  return (
    <p class="day">
      <time dateTime={at}>{dayName(language, texts, at, Date.now())}</time>
    </p>
  );
}
