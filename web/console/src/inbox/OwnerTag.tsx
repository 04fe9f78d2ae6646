import type { ReactElement } from "react";
import type { Language } from "@lotse/sdk";
import { useSettings } from "../settings/settings.ts";
import type { AgentRef, Row, View } from "../wire.ts";
import { moment } from "../words/format.ts";
import { useWords, type Words } from "../words/words.ts";

interface Props {
  readonly row: Row;
  readonly agentId: string;
  readonly view: View;
}

type Inbox = Words["inbox"];

function nameOf(agent: AgentRef | null, agentId: string, { you }: Inbox): string {
  return agent?.id === agentId ? you : (agent?.name ?? "");
}

function sleepWords({ snoozed_until }: Row, inbox: Inbox, language: Language): string {
  return snoozed_until === null ? inbox.untilReply : inbox.until(moment(snoozed_until, language));
}

function ownerWords({ row, agentId, view }: Props, inbox: Inbox, language: Language): string | null {
  switch (row.state) {
    case "bot":
      return view === "bot" ? null : inbox.withAssistant;
    case "offered":
      return inbox.asks(nameOf(row.offered_to, agentId, inbox));
    case "snoozed":
      return sleepWords(row, inbox, language);
    case "agent":
      return view === "mine" ? null : inbox.owner(nameOf(row.owner, agentId, inbox));
    default:
      return null;
  }
}

/** Who has the conversation, unless the view already says it. */
export function OwnerTag(props: Props): ReactElement | null {
  const { inbox } = useWords();
  const { language } = useSettings();
  const said = ownerWords(props, inbox, language);
  return said === null ? null : <span className="row-owner">{said}</span>;
}
