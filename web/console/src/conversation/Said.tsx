import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import type { Agent, Row } from "../wire.ts";
import { time } from "../words/format.ts";
import { useWords, type Words } from "../words/words.ts";
import { PartView } from "./PartView.tsx";
import type { Item } from "./timeline.ts";

type SaidItem = Extract<Item, { kind: "said" }>;

interface Props {
  readonly item: SaidItem;
  readonly row: Row;
  readonly agent: Agent;
}

function speaker({ by, name, agentId, failed }: SaidItem, customer: string | null, agent: Agent, words: Words): string {
  const { origin } = words.conversation;
  switch (by) {
    case "customer":
      return customer ?? words.inbox.unknownCustomer;
    case "assistant":
      return failed ? origin.assistantFailed : origin.assistant;
    case "agent":
      return agentId === agent.id ? origin.you : (name ?? origin.you);
  }
}

/** One message, with who said it; the assistant is always labelled as automated. */
export function Said({ item, row, agent }: Props): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  return (
    <li className="said" data-seq={item.key} data-by={item.by} data-joined={item.joined} data-failed={item.failed}>
      <p className={item.joined ? "hidden" : "said-who"}>
        {item.by === "assistant" && <Icon name="bot" />}
        <span>{speaker(item, row.customer.name, agent, words)}</span>
        <time dateTime={item.at}>{time(item.at, language)}</time>
      </p>
      {item.draft !== null && <p className="said-draft">{words.drafting.began[item.draft]}</p>}
      <div className="said-parts" lang={row.language}>
        {item.parts.map((part, index) => (
          // Parts of a message never change their order.
          <PartView key={index} part={part} conversation={row.id} />
        ))}
      </div>
    </li>
  );
}
