import { type ReactElement, useRef } from "react";
import { Input, SearchField as Field } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { withWords } from "../inbox/filters.ts";
import { go, goOn, type Place } from "../shell/route.ts";
import type { Filters } from "../wire.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly words: string;
  readonly filters: Filters;
  readonly place: Place;
}

const MOST_LETTERS = 200;

export function SearchField({ words, filters, place }: Props): ReactElement {
  const { search } = useWords();
  const first = useRef(words === "");
  const end = (): void => {
    go({ ...place, filters: withWords(filters, null) });
  };
  return (
    <div className="search-top">
      <Field
        className="search-field"
        aria-label={search.label}
        value={words}
        maxLength={MOST_LETTERS}
        autoFocus={first.current}
        onChange={(typed) => {
          goOn({ ...place, filters: withWords(filters, typed) });
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && words === "") end();
          else event.continuePropagation();
        }}
      >
        <Icon name="search" />
        <Input className="bar-input" placeholder={search.hint} />
      </Field>
      <IconButton icon="close" label={search.end} onPress={end} />
    </div>
  );
}
