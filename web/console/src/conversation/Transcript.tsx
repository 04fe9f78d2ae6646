import { type ReactElement, useMemo, useRef } from "react";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import type { Detail } from "./detail.ts";
import { Outgoing } from "./Outgoing.tsx";
import { TimelineItem } from "./TimelineItem.tsx";
import { timelineOf } from "./timeline.ts";
import { useJump } from "./useJump.ts";
import { useOutgoing } from "./useOutgoing.ts";

interface Props {
  readonly detail: Detail;
  readonly row: Row;
  readonly agent: Agent;
}

export function Transcript({ detail, row, agent }: Props): ReactElement {
  const words = useWords();
  const { events } = detail.log;
  const items = useMemo(() => timelineOf(events, words), [events, words]);
  const list = useRef<HTMLOListElement>(null);
  useJump(row.id, list, items.length > 0);
  const outgoing = useOutgoing(row.id, events);
  return (
    <div role="log" aria-label={words.conversation.transcript}>
      <ol className="transcript" ref={list}>
        {items.map((item) => (
          <TimelineItem key={item.key} item={item} row={row} agent={agent} />
        ))}
        {outgoing.map((message) => (
          <Outgoing key={message.id} message={message} conversation={row.id} />
        ))}
      </ol>
    </div>
  );
}
