import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import type { Row } from "../wire.ts";
import { term, useWords } from "../words/words.ts";

/** Language and channel, in two signs. */
export function RowOrigin({ row }: { readonly row: Row }): ReactElement {
  const { terms } = useWords();
  const language = term(terms.languages, row.language);
  const channel = term(terms.channels, row.channel);
  return (
    <>
      <span className="row-lang" title={language}>
        <span aria-hidden="true">{row.language.toUpperCase()}</span>
        <span className="hidden">{language}</span>
      </span>
      <span className="row-channel" title={channel}>
        <Icon name={row.channel === "in_app" ? "app" : "web"} />
        <span className="hidden">{channel}</span>
      </span>
    </>
  );
}
