import { lazy, type ReactElement, Suspense } from "react";
import { useInbox, whole } from "../inbox/useInbox.ts";
import type { LeadsPage } from "../leads/pages.ts";
import type { Agent } from "../wire.ts";
import { Loading } from "./Loading.tsx";

/** Agents never load it. */
const Leads = lazy(async () => ({ default: (await import("../leads/Leads.tsx")).Leads }));

const QUEUE = whole("queue");
const MINE = whole("mine");

export function LeadsArea({ page, agent }: { readonly page: LeadsPage; readonly agent: Agent }): ReactElement {
  // Who begins to wait is news here as well.
  useInbox(QUEUE, agent);
  useInbox(MINE, agent);
  return (
    <Suspense fallback={<Loading />}>
      <Leads page={page} agent={agent} />
    </Suspense>
  );
}
