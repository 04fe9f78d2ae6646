import { type ReactElement, useEffect, useRef, useState } from "react";
import { Composer } from "../composer/Composer.tsx";
import { History } from "../file/History.tsx";
import { useCommand } from "../keyboard/registry.ts";
import { useDesk } from "../live/DeskContext.tsx";
import { PacketView } from "../packet/PacketView.tsx";
import { usePacketFold } from "../packet/usePacketFold.ts";
import type { Agent, Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { CompanyLine } from "./CompanyLine.tsx";
import { ConversationHead } from "./ConversationHead.tsx";
import type { Detail } from "./detail.ts";
import { RatingNote } from "./RatingNote.tsx";
import { ToEnd } from "./ToEnd.tsx";
import { Transcript } from "./Transcript.tsx";
import { TypingLine } from "./TypingLine.tsx";
import { useScroll } from "./useScroll.ts";

interface Props {
  readonly detail: Detail;
  readonly row: Row;
  readonly agent: Agent;
  readonly factsInside: boolean;
}

export function OpenedConversation({ detail, row, agent, factsInside }: Props): ReactElement {
  const { conversation, inbox } = useWords();
  const desk = useDesk();
  const fold = usePacketFold(row.id, agent.id);
  const name = row.customer.name ?? inbox.unknownCustomer;
  const scroll = useScroll(fold.folded);
  const [whole, setWhole] = useState(false);
  useCommand("history", () => {
    setWhole(!whole);
  });
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opens a conversation is taken there, also without seeing.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <section className="talk" aria-label={conversation.label(name)}>
      <ConversationHead row={row} agent={agent} heading={heading} whole={whole} />
      <div className="talk-scroll" ref={scroll.area} onScroll={scroll.scrolled} tabIndex={-1}>
        <div ref={scroll.content}>
          {whole && <History row={row} agent={agent} area={scroll.area} />}
          {!whole && <PacketView detail={detail} row={row} fold={fold} factsInside={factsInside} />}
          {!whole && <Transcript detail={detail} row={row} agent={agent} />}
          {detail.rating !== null && <RatingNote rating={detail.rating} />}
          <TypingLine id={row.id} name={name} store={desk.typing.until} />
        </div>
      </div>
      {!scroll.atEnd && <ToEnd onPress={scroll.toEnd} />}
      <CompanyLine conversation={row.id} />
      <Composer
        key={row.id}
        row={row}
        agent={agent}
        onWriting={() => {
          fold.read();
        }}
        onSent={scroll.toEnd}
      />
    </section>
  );
}
