import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { ConversationRow } from "../inbox/ConversationRow.tsx";
import { Loading } from "../shell/Loading.tsx";
import type { Place } from "../shell/route.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { HitRow } from "./HitRow.tsx";
import type { Search } from "./useSearch.ts";

interface Props {
  readonly found: Search;
  readonly place: Place;
  readonly agent: Agent;
}

const nothing = (): void => undefined;

export function Results({ found, place, agent }: Props): ReactElement {
  const { search, shell, inbox } = useWords();
  const { named, hits, state } = found;
  if (state === "loading") return <Loading />;
  if (state === "nothing") return <p className="blank lead">{search.lead}</p>;
  if (state === "failed") return <p className="blank" role="alert">{shell.loadFailed}</p>;
  return (
    <div className="results">
      <p className="hidden" role="status">
        {search.found(hits.length + named.length)}
      </p>
      {hits.length + named.length === 0 && <p className="blank">{search.none}</p>}
      {named.length > 0 && (
        <ul aria-label={search.named}>
          {named.map((row) => (
            <li key={row.id} className="named">
              <ConversationRow
                row={row}
                view={place.view}
                filters={place.filters}
                agentId={agent.id}
                isOpen={row.id === place.conversation}
                isUnread={false}
                onFocus={nothing}
                ref={null}
              />
            </li>
          ))}
        </ul>
      )}
      <ul aria-label={search.hits}>
        {hits.map((hit) => (
          <li key={`${hit.row.id} ${hit.seq}`}>
            <HitRow hit={hit} place={place} isOpen={hit.row.id === place.conversation} />
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <p className="rows-more">
          <Button onPress={found.loadMore}>{inbox.more}</Button>
        </p>
      )}
    </div>
  );
}
