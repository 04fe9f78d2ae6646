import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import type { Agent, Row } from "../wire.ts";
import { time, weekday } from "../words/format.ts";
import { Note } from "./Note.tsx";
import { Said } from "./Said.tsx";
import type { Item } from "./timeline.ts";

interface Props {
  readonly item: Item;
  readonly row: Row;
  readonly agent: Agent;
}

export function TimelineItem({ item, row, agent }: Props): ReactElement {
  const { language } = useSettings();
  switch (item.kind) {
    case "day":
      return (
        <li className="day">
          <time dateTime={item.at}>{weekday(item.at, language)}</time>
        </li>
      );
    case "line":
      return (
        <li className="line" data-seq={item.key}>
          {item.text} <time dateTime={item.at}>{time(item.at, language)}</time>
        </li>
      );
    case "change":
      return (
        <li className="line change" data-topic={item.topic} data-payout={item.state}>
          <Icon name={item.topic === "payout" ? "money" : "clock"} /> {item.text}{" "}
          <time dateTime={item.at}>{time(item.at, language)}</time>
        </li>
      );
    case "note":
      return <Note name={item.name} text={item.text} at={item.at} seq={item.key} />;
    case "said":
      return <Said item={item} row={row} agent={agent} />;
  }
}
