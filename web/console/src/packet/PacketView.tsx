import type { ReactElement } from "react";
import type { Detail } from "../conversation/detail.ts";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Facts } from "./Facts.tsx";
import { PacketBody } from "./PacketBody.tsx";
import { PacketHead } from "./PacketHead.tsx";
import type { PacketFold } from "./usePacketFold.ts";

interface Props {
  readonly detail: Detail;
  readonly row: Row;
  readonly fold: PacketFold;
  /** Without room for the context column its facts are part of the packet. */
  readonly factsInside: boolean;
}

/** The handoff on top of the conversation: all that an agent should know before the first word. */
export function PacketView({ detail, row, fold, factsInside }: Props): ReactElement {
  const { packet: words } = useWords();
  const { packet } = detail;
  if (packet === null) {
    return (
      <section className="packet packet-none" aria-label={words.title}>
        <p>
          <strong>{words.none}.</strong> {row.state === "bot" && words.noneHint}
        </p>
        {factsInside && <Facts detail={detail} row={row} />}
      </section>
    );
  }
  return (
    <section className="packet" aria-label={words.title} data-folded={fold.folded} data-priority={packet.priority}>
      <PacketHead packet={packet} fold={fold} />
      {!fold.folded && (
        <div className="packet-open" id="packet">
          <PacketBody conversation={row.id} packet={packet} />
          {factsInside && <Facts detail={detail} row={row} />}
        </div>
      )}
    </section>
  );
}
