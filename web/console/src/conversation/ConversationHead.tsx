import type { ReactElement, RefObject } from "react";
import { VerifiedMark } from "../inbox/VerifiedMark.tsx";
import { run } from "../keyboard/registry.ts";
import { isMine } from "../live/rows.ts";
import { OnlookerActions } from "../passing/OnlookerActions.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { currentRoute, go } from "../shell/route.ts";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { TagLine } from "../tags/TagLine.tsx";
import { HeadActions } from "./HeadActions.tsx";
import { HeadContact } from "./HeadContact.tsx";
import { HeadLine } from "./HeadLine.tsx";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Whether everything with this customer is shown, not this case alone. */
  readonly whole: boolean;
}

function toList(): void {
  go({ ...currentRoute(), conversation: null });
}

export function ConversationHead({ row, agent, heading, whole }: Props): ReactElement {
  const { conversation, inbox, file } = useWords();
  const mine = isMine(row, agent.id);
  return (
    <header className="head">
      <IconButton className="head-back" icon="back" label={conversation.back} onPress={toList} />
      <div className="head-words">
        <h1 className="head-name" ref={heading} tabIndex={-1}>
          {row.customer.name ?? inbox.unknownCustomer}
          {row.customer.verified && <VerifiedMark />}
          <span className="case">{conversation.caseNumber(row.case_number)}</span>
        </h1>
        <HeadLine row={row} agent={agent} />
        <HeadContact row={row} />
        <TagLine row={row} agent={agent} />
      </div>
      <IconButton
        icon={whole ? "return" : "clock"}
        label={whole ? file.showCase : file.showAll}
        onPress={() => void run("history")}
      />
      {mine ? <HeadActions row={row} agent={agent} /> : <OnlookerActions row={row} agent={agent} />}
    </header>
  );
}
