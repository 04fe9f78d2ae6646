import type { ReactElement } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import { useRoute } from "../shell/route.ts";
import { useStore } from "../store.ts";
import type { Agent } from "../wire.ts";
import { OfferCard } from "./OfferCard.tsx";

/** One at a time, the oldest first: two questions at once are none. What is open asks below itself. */
export function OpenOffers({ agent }: { readonly agent: Agent }): ReactElement | null {
  const { conversation } = useRoute();
  const open = useStore(useDesk().offers.open).filter(({ row }) => row.id !== conversation);
  const [first] = open;
  if (first === undefined) return null;
  return <OfferCard key={first.row.id} offer={first} agent={agent} others={open.length - 1} />;
}
