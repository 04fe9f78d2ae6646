import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import type { PacketCustomer, Row } from "../wire.ts";
import { useNow } from "../words/clock.ts";
import { localTime, month } from "../words/format.ts";
import { humanised, term, useWords } from "../words/words.ts";
import { Pair } from "./Pair.tsx";
import { Section } from "./Section.tsx";

interface Props {
  readonly row: Row;
  readonly customer: PacketCustomer | null;
}

export function CustomerFacts({ row, customer }: Props): ReactElement {
  const { packet, terms, inbox } = useWords();
  const { language } = useSettings();
  const now = useNow(30_000);
  const { verified, kind, name } = row.customer;
  const zone = customer?.time_zone ?? null;
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
        <Pair name={packet.customer.segment} value={customer?.segment == null ? null : humanised(customer.segment)} />
        <Pair name={packet.customer.since} value={customer?.since == null ? null : month(customer.since, language)} />
        <Pair name={packet.customer.language} value={term(terms.languages, row.language)} />
        <Pair name={packet.customer.channel} value={term(terms.channels, row.channel)} />
        <Pair name={packet.customer.localTime} value={zone === null ? null : localTime(zone, now, language)} />
      </dl>
    </Section>
  );
}
