import type { ReactElement } from "react";
import type { Packet } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Pair } from "./Pair.tsx";
import { recognised } from "./phrases.ts";
import { Section } from "./Section.tsx";

export function RecognisedFacts({ packet }: { readonly packet: Packet }): ReactElement {
  const words = useWords();
  const facts = recognised(packet, words);
  return (
    <Section title={words.packet.recognised.title}>
      {facts.length === 0 && <p className="lead">{words.packet.recognised.none}</p>}
      <dl className="rows-of-facts">
        {facts.map(({ name, value }) => (
          <Pair key={`${name} ${value}`} name={name} value={value} />
        ))}
      </dl>
    </Section>
  );
}
