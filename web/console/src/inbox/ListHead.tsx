import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import type { Looked } from "../live/rows.ts";
import { go, type Place } from "../shell/route.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { chipsOf } from "./chips.ts";
import { FilterMenu } from "./FilterMenu.tsx";
import { isNarrowed, queryOf } from "./filters.ts";
import { KeepView } from "./KeepView.tsx";

interface Props {
  readonly looked: Looked;
  readonly place: Place;
  readonly agent: Agent;
}

/** What the list is narrowed down to, and how to change that. */
export function ListHead({ looked, place }: Props): ReactElement {
  const words = useWords();
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
                go({ ...place, filters: queryOf(without) });
              }}
            >
              {text}
              <Icon name="close" />
            </AriaButton>
          </li>
        ))}
      </ul>
      {isNarrowed(looked.filters) && <KeepView looked={looked} place={place} />}
    </div>
  );
}
