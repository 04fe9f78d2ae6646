import type { ReactElement } from "react";
import { DeskRefusal } from "../api/http.ts";
import { Button } from "../kit/Button.tsx";
import { useWide } from "../kit/useWide.ts";
import { Facts } from "../packet/Facts.tsx";
import { Loading } from "../shell/Loading.tsx";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { OpenedConversation } from "./OpenedConversation.tsx";
import { useDetail } from "./useDetail.ts";

interface Props {
  readonly id: string;
  readonly agent: Agent;
}

export function Conversation({ id, agent }: Props): ReactElement {
  const { detail, row, error, retry } = useDetail(id);
  const { shell, packet } = useWords();
  const wide = useWide();
  if (detail === undefined || row === undefined) {
    const unknown = error instanceof DeskRefusal && error.status === 404;
    if (error === null) return <Loading />;
    return (
      <div className="blank" role="alert">
        <p>{unknown ? shell.notFound : shell.loadFailed}</p>
        {!unknown && <Button onPress={retry}>{shell.retry}</Button>}
      </div>
    );
  }
  return (
    <div className="conversation" data-context={wide}>
      <OpenedConversation detail={detail} row={row} agent={agent} factsInside={!wide} />
      {wide && (
        <aside className="context" aria-label={packet.context}>
          <Facts detail={detail} row={row} />
        </aside>
      )}
    </div>
  );
}
