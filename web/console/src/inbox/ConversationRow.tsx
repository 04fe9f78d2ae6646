import { memo, type ReactElement, type Ref } from "react";
import { Icon } from "../kit/Icon.tsx";
import { matterOf } from "../shell/alerts.ts";
import { Link } from "../shell/Link.tsx";
import type { Row, View } from "../wire.ts";
import { term, useWords } from "../words/words.ts";
import { OwnerTag } from "./OwnerTag.tsx";
import { PriorityTag } from "./PriorityTag.tsx";
import { RowTime } from "./RowTime.tsx";
import { UrgencyTag } from "./UrgencyTag.tsx";

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly agentId: string;
  readonly isOpen: boolean;
  readonly isUnread: boolean;
  readonly onFocus: (id: string) => void;
  readonly ref?: Ref<HTMLAnchorElement>;
}

export const ConversationRow = memo(function ConversationRow(props: Props): ReactElement {
  const { row, view, agentId, isOpen, isUnread, onFocus, ref } = props;
  const words = useWords();
  const { inbox, terms } = words;
  const inApp = row.channel === "in_app";
  return (
    <Link
      {...(ref === undefined ? {} : { ref })}
      className="row"
      to={{ view, conversation: row.id }}
      isCurrent={isOpen}
      data-priority={row.state === "closed" ? "none" : (row.priority ?? "none")}
      data-unread={isUnread}
      onFocus={() => {
        onFocus(row.id);
      }}
    >
      <span className="row-top">
        <span className="row-name">{row.customer.name ?? inbox.unknownCustomer}</span>
        {row.customer.verified && (
          <span className="row-verified" title={inbox.verified}>
            <Icon name="verified" />
            <span className="hidden">{inbox.verified}</span>
          </span>
        )}
        {isUnread && <span className="row-unread">{inbox.unread}</span>}
        <RowTime row={row} />
      </span>
      <span className="row-tags">
        {row.state !== "closed" && row.priority !== null && <PriorityTag priority={row.priority} />}
        {row.state !== "closed" && row.urgency !== null && <UrgencyTag urgency={row.urgency} />}
        <span className="row-matter">{matterOf(row, words)}</span>
        <OwnerTag row={row} agentId={agentId} view={view} />
      </span>
      <span className="row-bottom">
        <span className="row-preview">{row.preview === "" ? inbox.noPreview : row.preview}</span>
        <span className="row-lang" title={term(terms.languages, row.language)}>
          <span aria-hidden="true">{row.language.toUpperCase()}</span>
          <span className="hidden">{term(terms.languages, row.language)}</span>
        </span>
        <span className="row-channel" title={term(terms.channels, row.channel)}>
          <Icon name={inApp ? "app" : "web"} />
          <span className="hidden">{term(terms.channels, row.channel)}</span>
        </span>
      </span>
    </Link>
  );
});
