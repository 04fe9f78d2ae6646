import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { PacketCustomer } from "../wire.ts";
import { useNow } from "../words/clock.ts";
import { localTime, month } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";
import { Pair } from "./Pair.tsx";

/** What the platform knows of a customer beside the name. */
export function KnownCustomer({ customer }: { readonly customer: PacketCustomer }): ReactElement {
  const { packet, terms } = useWords();
  const { language } = useSettings();
  const now = useNow(30_000);
  const { segment, since, time_zone: zone } = customer;
  return (
    <>
      <Pair name={packet.customer.segment} value={segment === null ? null : term(terms.segments, segment)} />
      <Pair name={packet.customer.since} value={since === null ? null : month(since, language)} />
      <Pair name={packet.customer.localTime} value={zone === null ? null : localTime(zone, now, language)} />
    </>
  );
}
