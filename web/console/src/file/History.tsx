import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { Button } from "../kit/Button.tsx";
import { TimelineItem } from "../conversation/TimelineItem.tsx";
import { useSettings } from "../settings/settings.ts";
import { Loading } from "../shell/Loading.tsx";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { historyOf } from "./history.ts";
import { useTimeline } from "./useFile.ts";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
  readonly area: RefObject<HTMLDivElement | null>;
}

/** What is read stays where it is while earlier things come in above it. */
function useSteady(area: RefObject<HTMLDivElement | null>, count: number): void {
  const height = useRef(0);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.scrollTop += element.scrollHeight - (height.current || element.scrollTop);
    height.current = element.scrollHeight;
  }, [area, count]);
}

/** Everything with this customer, over conversations and channels, with what the platform reported between. */
export function History({ row, agent, area }: Props): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  const { data, isError, isPending, hasNextPage, isFetching, fetchNextPage, refetch } = useTimeline(row.customer.id);
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
  const items = useMemo(() => historyOf(entries, words, language), [entries, words, language]);
  const top = useRef<HTMLDivElement>(null);
  useSteady(area, items.length);
  useEffect(() => {
    const sentinel = top.current;
    if (sentinel === null || !hasNextPage || isFetching) return;
    const seen = new IntersectionObserver(
      (found) => {
        if (found.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { root: area.current, rootMargin: "400px 0px 0px" },
    );
    seen.observe(sentinel);
    return () => {
      seen.disconnect();
    };
  }, [area, hasNextPage, isFetching, fetchNextPage]);
  if (isPending) return <Loading />;
  if (isError) return <Button onPress={() => void refetch()}>{words.shell.retry}</Button>;
  return (
    <div role="log" aria-label={words.file.history(row.customer.name ?? words.inbox.unknownCustomer)}>
      <div ref={top} className="history-top">
        {hasNextPage ? words.shell.loading : words.file.beginning}
      </div>
      <ol className="transcript">
        {items.map((item) => (
          <TimelineItem key={item.key} item={item} row={row} agent={agent} />
        ))}
      </ol>
    </div>
  );
}
