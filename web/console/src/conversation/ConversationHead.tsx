import type { ReactElement, RefObject } from "react";
import { PriorityTag } from "../inbox/PriorityTag.tsx";
import { UrgencyTag } from "../inbox/UrgencyTag.tsx";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { matterOf } from "../shell/alerts.ts";
import { currentRoute, go } from "../shell/route.ts";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { HeadActions } from "./HeadActions.tsx";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export function ConversationHead({ row, agent, heading }: Props): ReactElement {
  const words = useWords();
  const { conversation, inbox } = words;
  const mine = row.owner?.id === agent.id;
  const owner = row.state === "agent" && row.owner !== null ? row.owner.name : null;
  const state = owner === null ? conversation.states[row.state] : conversation.ownedBy(owner);
  return (
    <header className="head">
      <IconButton
        className="head-back"
        icon="back"
        label={conversation.back}
        onPress={() => {
          go({ ...currentRoute(), conversation: null });
        }}
      />
      <div className="head-words">
        <h1 className="head-name" ref={heading} tabIndex={-1}>
          {row.customer.name ?? inbox.unknownCustomer}
          {row.customer.verified && (
            <span className="row-verified" title={inbox.verified}>
              <Icon name="verified" />
              <span className="hidden">{inbox.verified}</span>
            </span>
          )}
        </h1>
        <p className="head-line">
          {row.priority !== null && <PriorityTag priority={row.priority} />}
          {row.urgency !== null && <UrgencyTag urgency={row.urgency} />}
          <span>{matterOf(row, words)}</span>
          <span className="case">{conversation.caseNumber(row.case_number)}</span>
          <span className="head-state" data-state={row.state}>
            {mine && row.state === "agent" ? conversation.ownedByYou : state}
          </span>
        </p>
      </div>
      {mine && row.state === "agent" && <HeadActions row={row} agent={agent} />}
    </header>
  );
}
