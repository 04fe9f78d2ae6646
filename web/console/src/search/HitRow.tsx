import type { ReactElement } from "react";
import { Link } from "../shell/Link.tsx";
import type { Place } from "../shell/route.ts";
import type { Hit } from "../inbox/wire.ts";
import { useSettings } from "../settings/settings.ts";
import { moment } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { jumpTo } from "./jump.ts";

interface Props {
  readonly hit: Hit;
  readonly place: Place;
  readonly isOpen: boolean;
}

/** A message that was found; what was sought stands out in it. Texts are texts, whatever they look like. */
export function HitRow({ hit, place, isOpen }: Props): ReactElement {
  const { inbox, search } = useWords();
  const { language } = useSettings();
  const { row, seq, snippet } = hit;
  return (
    <Link
      className="hit"
      to={{ ...place, conversation: row.id }}
      isCurrent={isOpen}
      onClick={() => {
        jumpTo(row.id, seq);
      }}
    >
      <span className="row-top">
        <span className="row-name">{row.customer.name ?? inbox.unknownCustomer}</span>
        <time className="row-time" dateTime={hit.at}>
          {moment(hit.at, language)}
        </time>
      </span>
      <span className="hit-facts">
        {search.by[hit.type]} · {row.case_number}
      </span>
      <span className="hit-text" lang={row.language}>
        {snippet.map(({ text, hit: isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      </span>
    </Link>
  );
}
