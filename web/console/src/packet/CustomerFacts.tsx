import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import type { PacketCustomer, Row } from "../wire.ts";
import { term, useWords } from "../words/words.ts";
import { KnownCustomer } from "./KnownCustomer.tsx";
import { Pair } from "./Pair.tsx";
import { Section } from "./Section.tsx";

interface Props {
  readonly row: Row;
  readonly customer: PacketCustomer | null;
}

export function CustomerFacts({ row, customer }: Props): ReactElement {
  const { packet, terms, inbox } = useWords();
  const { verified, kind, name } = row.customer;
  return (
    <Section title={packet.customer.title}>
      <p className="fact-name">
        {name ?? inbox.unknownCustomer} <span className="fact-kind">{terms.kinds[kind]}</span>
      </p>
      <p className="trust" data-verified={verified}>
        <Icon name={verified ? "verified" : "alert"} />
        {verified ? packet.customer.verified : packet.customer.unverified}
      </p>
      <dl className="rows-of-facts">
        {customer !== null && <KnownCustomer customer={customer} />}
        <Pair name={packet.customer.language} value={term(terms.languages, row.language)} />
        <Pair name={packet.customer.channel} value={term(terms.channels, row.channel)} />
      </dl>
    </Section>
  );
}
