import type { ReactElement } from "react";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { toggle } from "./selection.ts";

interface Props {
  readonly row: Row;
  readonly isChosen: boolean;
}

/** Chooses a row; shown under the pointer, with the focus, and once anything is chosen. */
export function Pick({ row, isChosen }: Props): ReactElement {
  const { bulk, inbox } = useWords();
  return (
    <input
      type="checkbox"
      className="pick"
      aria-label={bulk.choose(row.customer.name ?? inbox.unknownCustomer, row.case_number)}
      checked={isChosen}
      onChange={() => {
        toggle(row.id);
      }}
    />
  );
}
