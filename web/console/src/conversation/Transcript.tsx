import { type ReactElement, useMemo } from "react";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import type { Detail } from "./detail.ts";
import { Outgoing } from "./Outgoing.tsx";
import { TimelineItem } from "./TimelineItem.tsx";
import { timelineOf } from "./timeline.ts";
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
  const outgoing = useOutgoing(row.id, events);
  return (
    <div role="log" aria-label={words.conversation.transcript}>
      <ol className="transcript">
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
