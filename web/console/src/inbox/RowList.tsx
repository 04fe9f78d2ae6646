import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactElement, useEffect, useRef } from "react";
import { Pick } from "../bulk/Pick.tsx";
import { selection } from "../bulk/selection.ts";
import { Button } from "../kit/Button.tsx";
import { useDesk } from "../live/DeskContext.tsx";
import { isUnread } from "../live/seen.ts";
import { useStore } from "../store.ts";
import type { Place } from "../shell/route.ts";
import { useWords } from "../words/words.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import type { Cursor } from "./useCursor.ts";
import type { InboxList } from "./useInbox.ts";

const ROW_PX = 88;
const LOAD_BEFORE_END = 60;

interface Props {
  readonly list: InboxList;
  readonly place: Place;
  readonly agentId: string;
  readonly cursor: Cursor;
}

export function RowList({ list, place, agentId, cursor }: Props): ReactElement {
  const { rows } = list;
  const { view, filters, conversation: open } = place;
  const { inbox } = useWords();
  const chosen = useStore(selection);
  const marks = useStore(useDesk().seen.marks);
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLAnchorElement>(null);
  const at = rows.findIndex((row) => row.id === cursor.id);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The row with the focus stays in the page, or the keyboard would be nowhere.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at === -1 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const nearEnd = list.hasMore && !list.moreFailed && lastShown >= rows.length - LOAD_BEFORE_END;
  const { loadMore } = list;
  useEffect(() => {
    if (nearEnd) loadMore();
  });
  const openAt = rows.findIndex((row) => row.id === open);
  const position = useRef({ virtual, at, openAt });
  position.current = { virtual, at, openAt };
  useEffect(() => {
    if (cursor.moves === 0) return;
    position.current.virtual.scrollToIndex(position.current.at, { align: "auto" });
    focused.current?.focus({ preventScroll: true });
  }, [cursor.moves, cursor.id]);
  const openIsListed = openAt !== -1;
  useEffect(() => {
    if (openIsListed) position.current.virtual.scrollToIndex(position.current.openAt, { align: "auto" });
  }, [open, openIsListed]);

  return (
    <div className="rows" data-choosing={chosen.size > 0} ref={scroller} data-conversations="">
      <ul aria-label={inbox.label} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              aria-setsize={list.hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <ConversationRow
                row={row}
                view={view}
                filters={filters}
                agentId={agentId}
                isOpen={row.id === open}
                isUnread={isUnread(row, marks)}
                onFocus={cursor.put}
                ref={row.id === cursor.id ? focused : null}
              />
              <Pick row={row} isChosen={chosen.has(row.id)} />
            </li>
          );
        })}
      </ul>
      {list.moreFailed && (
        <p className="rows-more">
          <Button onPress={loadMore}>{inbox.more}</Button>
        </p>
      )}
    </div>
  );
}
