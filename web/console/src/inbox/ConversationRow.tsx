import { memo, type ReactElement, type Ref } from "react";
import { Link } from "../shell/Link.tsx";
import type { Row, View } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { RowOrigin } from "./RowOrigin.tsx";
import { RowTags } from "./RowTags.tsx";
import { RowTime } from "./RowTime.tsx";
import { VerifiedMark } from "./VerifiedMark.tsx";

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly filters: string;
  readonly agentId: string;
  readonly isOpen: boolean;
  readonly isUnread: boolean;
  readonly onFocus: (id: string) => void;
  readonly ref: Ref<HTMLAnchorElement> | null;
}

export const ConversationRow = memo(function ConversationRow(props: Props): ReactElement {
  const { row, view, filters, agentId, isOpen, isUnread, onFocus, ref } = props;
  const { inbox } = useWords();
  return (
    <Link
      ref={ref}
      className="row"
      to={{ view, filters, conversation: row.id }}
      isCurrent={isOpen}
      data-priority={(row.state === "closed" ? null : row.priority) ?? "none"}
      data-unread={isUnread}
      onFocus={() => {
        onFocus(row.id);
      }}
    >
      <span className="row-top">
        <span className="row-name">{row.customer.name ?? inbox.unknownCustomer}</span>
        {row.customer.verified && <VerifiedMark />}
        {isUnread && <span className="row-unread">{inbox.unread}</span>}
        <RowTime row={row} />
      </span>
      <RowTags row={row} view={view} agentId={agentId} />
      <span className="row-bottom">
        <span className="row-preview">{row.preview === "" ? inbox.noPreview : row.preview}</span>
        <RowOrigin row={row} />
      </span>
    </Link>
  );
});
