import { type ReactElement, useEffect } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { Loading } from "../shell/Loading.tsx";
import type { Agent, View } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { EmptyView } from "./EmptyView.tsx";
import { RowList } from "./RowList.tsx";
import { useCursor } from "./useCursor.ts";
import { useInbox } from "./useInbox.ts";
import { ViewTabs } from "./ViewTabs.tsx";

interface Props {
  readonly view: View;
  readonly open: string | null;
  readonly agent: Agent;
}

export function Inbox({ view, open, agent }: Props): ReactElement {
  const { inbox, shell } = useWords();
  // Who waits and who is mine matters in whatever view: news of them must be recognised as news.
  useInbox("queue", agent.id);
  useInbox("mine", agent.id);
  const list = useInbox(view, agent.id);
  const cursor = useCursor(list.rows, open);
  const step = (by: 1 | -1) => () => {
    cursor.move(by);
  };
  useCommand("next", list.rows.length === 0 ? null : step(1));
  useCommand("previous", list.rows.length === 0 ? null : step(-1));
  const { reset } = cursor;
  useEffect(reset, [view, reset]);

  return (
    <aside className="inbox" aria-label={inbox.label}>
      <ViewTabs view={view} />
      {list.state === "loading" && <Loading />}
      {list.state === "failed" && (
        <div className="blank" role="alert">
          <p>{shell.loadFailed}</p>
          <Button onPress={list.retry}>{shell.retry}</Button>
        </div>
      )}
      {list.state === "ready" && list.rows.length === 0 && <EmptyView view={view} />}
      {list.rows.length > 0 && <RowList list={list} view={view} open={open} agentId={agent.id} cursor={cursor} />}
    </aside>
  );
}
