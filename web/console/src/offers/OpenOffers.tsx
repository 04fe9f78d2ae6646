import type { ReactElement } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import { useStore } from "../store.ts";
import type { Agent } from "../wire.ts";
import { OfferCard } from "./OfferCard.tsx";

/** One at a time, the oldest first: two questions at once are none. */
export function OpenOffers({ agent }: { readonly agent: Agent }): ReactElement | null {
  const open = useStore(useDesk().offers.open);
  const [first] = open;
  if (first === undefined) return null;
  return <OfferCard key={first.row.id} offer={first} agent={agent} others={open.length - 1} />;
}
