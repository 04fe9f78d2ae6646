import type { ReactElement } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Button } from "../kit/Button.tsx";
import { Choice } from "../kit/Choice.tsx";
import { Icon } from "../kit/Icon.tsx";
import type { Looked } from "../live/rows.ts";
import { go, type Place } from "../shell/route.ts";
import { DateRange } from "./DateRange.tsx";
import type { Filters, Priority, RowState } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { isNarrowed, NO_FILTERS, withWords, wordsOf } from "./filters.ts";
import { useViews } from "./useInbox.ts";

interface Props {
  readonly looked: Looked;
  readonly place: Place;
}

const STATES: readonly RowState[] = ["bot", "queued", "offered", "agent", "snoozed", "closed"];
const PRIORITIES: readonly Priority[] = ["security", "stuck", "rest"];

/** Narrows the list down; each choice shows at once. */
export function FilterMenu({ looked, place }: Props): ReactElement {
  const { inbox, terms, conversation } = useWords();
  const { filters } = looked;
  const sought = wordsOf(place.filters);
  const teams = (useViews()?.teams ?? []).map(({ team }) => team);
  const narrow = (change: Partial<Filters>): void => {
    go({ ...place, filters: withWords({ ...filters, ...change }, sought) });
  };
  const named = (names: readonly string[], table: Readonly<Record<string, string>>) =>
    names.map((name) => ({ value: name, text: table[name] ?? name }));
  return (
    <DialogTrigger>
      <AriaButton className="filter-button" data-on={isNarrowed(filters)}>
        <Icon name="filter" />
        {inbox.filters.title}
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Dialog className="filters" aria-label={inbox.filters.title}>
          <Choice
            label={inbox.filters.state}
            none={inbox.filters.any}
            value={filters.state[0] ?? null}
            options={named(STATES, conversation.states)}
            onChange={(state) => {
              narrow({ state: state === null ? [] : [state as RowState] });
            }}
          />
          <Choice
            label={inbox.filters.team}
            none={inbox.filters.any}
            value={filters.team}
            options={named(teams, {})}
            onChange={(team) => {
              narrow({ team });
            }}
          />
          <Choice
            label={inbox.filters.priority}
            none={inbox.filters.any}
            value={filters.priority}
            options={named(PRIORITIES, inbox.priority)}
            onChange={(priority) => {
              narrow({ priority: priority as Priority | null });
            }}
          />
          <Choice
            label={inbox.filters.language}
            none={inbox.filters.any}
            value={filters.language}
            options={named(["de", "en"], terms.languages)}
            onChange={(language) => {
              narrow({ language });
            }}
          />
          <Choice
            label={inbox.filters.channel}
            none={inbox.filters.any}
            value={filters.channel}
            options={named(["in_app", "web"], terms.channels)}
            onChange={(channel) => {
              narrow({ channel });
            }}
          />
          {sought !== null && <DateRange filters={filters} onChange={narrow} />}
          {isNarrowed(filters) && (
            <Button
              look="quiet"
              onPress={() => {
                go({ ...place, filters: withWords(NO_FILTERS, sought) });
              }}
            >
              {inbox.filters.clear}
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
