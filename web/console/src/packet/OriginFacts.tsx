import type { ReactElement } from "react";
import type { Packet } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { skillWords } from "./phrases.ts";
import { PagePath } from "./PagePath.tsx";
import { Pair } from "./Pair.tsx";
import { Section } from "./Section.tsx";

/** Where the case came from and whom it needs. */
export function OriginFacts({ packet }: { readonly packet: Packet }): ReactElement {
  const words = useWords();
  const { routing, began } = words.packet;
  return (
    <Section title={routing.title}>
      <dl className="rows-of-facts">
        <Pair name={routing.priority} value={words.inbox.priority[packet.priority]} />
        <Pair name={routing.skills} value={skillWords(packet.required_skills, words)} />
        <Pair name={began.title} value={packet.page_url === null ? began.unknown : <PagePath url={packet.page_url} />} />
      </dl>
    </Section>
  );
}
