import type { ReactElement } from "react";
import { ListHead } from "../inbox/ListHead.tsx";
import type { Looked } from "../live/rows.ts";
import type { Place } from "../shell/route.ts";
import type { Agent } from "../wire.ts";
import { Results } from "./Results.tsx";
import { SearchField } from "./SearchField.tsx";
import { useSearch } from "./useSearch.ts";

interface Props {
  readonly words: string;
  readonly looked: Looked;
  readonly place: Place;
  readonly agent: Agent;
}

/** In the place of the list: over everything said, whatever view it was opened from. */
export function SearchPane({ words, looked, place, agent }: Props): ReactElement {
  const found = useSearch(words, looked.filters);
  return (
    <>
      <SearchField words={words} filters={looked.filters} place={place} />
      <ListHead looked={looked} place={place} />
      <Results found={found} place={place} agent={agent} />
    </>
  );
}
