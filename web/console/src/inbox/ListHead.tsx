import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { run } from "../keyboard/registry.ts";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import type { Looked } from "../live/rows.ts";
import { go, type Place } from "../shell/route.ts";
import { useWords } from "../words/words.ts";
import { chipsOf } from "./chips.ts";
import { FilterMenu } from "./FilterMenu.tsx";
import { isNarrowed, withWords, wordsOf } from "./filters.ts";
import { KeepView } from "./KeepView.tsx";

interface Props {
  readonly looked: Looked;
  readonly place: Place;
}

/** What the list is narrowed down to, and how to change that. */
export function ListHead({ looked, place }: Props): ReactElement {
  const words = useWords();
  const sought = wordsOf(place.filters);
  const chips = chipsOf(looked.filters, words);
  return (
    <div className="list-head">
      <FilterMenu looked={looked} place={place} />
      <ul className="chips" aria-label={words.inbox.filters.active}>
        {chips.map(({ key, text, without }) => (
          <li key={key}>
            <AriaButton
              className="chip"
              aria-label={words.inbox.filters.remove(text)}
              onPress={() => {
                go({ ...place, filters: withWords(without, sought) });
              }}
            >
              {text}
              <Icon name="close" />
            </AriaButton>
          </li>
        ))}
      </ul>
      {sought === null && (
        <IconButton
          icon="search"
          label={words.search.label}
          onPress={() => {
            run("search");
          }}
        />
      )}
      {sought === null && isNarrowed(looked.filters) && <KeepView looked={looked} place={place} />}
    </div>
  );
}
