import { type ReactElement, useEffect, useMemo } from "react";
import { BulkBar } from "../bulk/BulkBar.tsx";
import { choose, selection, toggle } from "../bulk/selection.ts";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { Loading } from "../shell/Loading.tsx";
import type { Looked } from "../live/rows.ts";
import { SearchPane } from "../search/SearchPane.tsx";
import { go, type Place } from "../shell/route.ts";
import { useStore } from "../store.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { EmptyView } from "./EmptyView.tsx";
import { filtersOf, isNarrowed, withWords, wordsOf } from "./filters.ts";
import { ListHead } from "./ListHead.tsx";
import { RowList } from "./RowList.tsx";
import { type Cursor, useCursor } from "./useCursor.ts";
import { type InboxList, useInbox, whole } from "./useInbox.ts";
import { ViewTabs } from "./ViewTabs.tsx";

interface Props {
  readonly place: Place;
  readonly agent: Agent;
}

const QUEUE = whole("queue");
const MINE = whole("mine");

export function Inbox({ place, agent }: Props): ReactElement {
  const { view, filters, conversation: open } = place;
  const { inbox } = useWords();
  // Who waits and who is mine matters in whatever view: news of them must be recognised as news.
  useInbox(QUEUE, agent);
  useInbox(MINE, agent);
  const looked = useMemo(() => ({ view, filters: filtersOf(filters) }), [view, filters]);
  const list = useInbox(looked, agent);
  const cursor = useCursor(list.rows, open);
  const step = (by: 1 | -1) => () => {
    cursor.move(by);
  };
  useCommand("next", list.rows.length === 0 ? null : step(1));
  useCommand("previous", list.rows.length === 0 ? null : step(-1));
  const sought = wordsOf(filters);
  useCommand("search", () => {
    go({ ...place, filters: withWords(looked.filters, sought ?? "") });
  });
  const { reset } = cursor;
  useEffect(reset, [looked, reset]);

  return (
    <aside className="inbox" aria-label={inbox.label}>
      <ViewTabs place={place} />
      {sought !== null && <SearchPane words={sought} looked={looked} place={place} agent={agent} />}
      {sought === null && <List list={list} looked={looked} place={place} agent={agent} cursor={cursor} />}
    </aside>
  );
}

interface ListProps {
  readonly list: InboxList;
  readonly looked: Looked;
  readonly place: Place;
  readonly agent: Agent;
  readonly cursor: Cursor;
}

function List({ list, looked, place, agent, cursor }: ListProps): ReactElement {
  const chosen = useStore(selection);
  useEffect(() => {
    choose([]);
  }, [looked]);
  const { id: at } = cursor;
  useCommand("choose", at === null ? null : () => { toggle(at); });
  const { shell } = useWords();
  return (
    <>
      {chosen.size > 0 ? <BulkBar chosen={chosen} rows={list.rows} /> : <ListHead looked={looked} place={place} />}
      {list.state === "loading" && <Loading />}
      {list.state === "failed" && (
        <div className="blank" role="alert">
          <p>{shell.loadFailed}</p>
          <Button onPress={list.retry}>{shell.retry}</Button>
        </div>
      )}
      {list.state === "ready" && list.rows.length === 0 && (
        <EmptyView view={looked.view} narrowed={isNarrowed(looked.filters)} />
      )}
      {list.rows.length > 0 && <RowList list={list} place={place} agentId={agent.id} cursor={cursor} />}
    </>
  );
}
