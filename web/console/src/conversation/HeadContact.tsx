import type { ReactElement } from "react";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";

/** How the customer can be reached outside the chat, and when they are to be called. */
export function HeadContact({ row }: { readonly row: Row }): ReactElement | null {
  const { contact } = useWords();
  const left = row.contact ?? null;
  if (left === null) return null;
  return (
    <p className="head-line">
      {left.call_back_at !== null && left.phone !== null && <span>{contact.callBack(left.call_back_at, left.phone)}</span>}
      {left.email !== null && <span>{contact.email(left.email)}</span>}
    </p>
  );
}
