import type { ReactElement } from "react";
import type { Detail } from "../conversation/detail.ts";
import { GuideFacts } from "../file/GuideFacts.tsx";
import { MilestoneFacts } from "../file/MilestoneFacts.tsx";
import { PayoutsFacts } from "../file/PayoutsFacts.tsx";
import { useFile } from "../file/useFile.ts";
import type { CustomerFile, Guide, Milestone } from "../file/wire.ts";
import type { Packet, PayoutSnapshot, Row } from "../wire.ts";
import { PlaybookFacts } from "../playbooks/PlaybookFacts.tsx";
import { CustomerFacts } from "./CustomerFacts.tsx";
import { EarlierCases } from "./EarlierCases.tsx";
import { GateFacts } from "./GateFacts.tsx";
import { OriginFacts } from "./OriginFacts.tsx";
import { RecognisedFacts } from "./RecognisedFacts.tsx";

interface Known {
  readonly payouts: readonly PayoutSnapshot[];
  readonly identity: string | null;
  readonly tax: string | null;
  readonly milestones: readonly Milestone[];
  readonly guides: readonly Guide[];
}

function knownNow({ platform, guides }: CustomerFile): Known {
  const { payouts, milestones, identity, tax } = platform;
  return { payouts, milestones, guides, identity: identity?.state ?? null, tax: tax?.state ?? null };
}

function knownAtHandoff(packet: Packet | null): Known {
  const nothing = { payouts: [], milestones: [], guides: [], identity: null, tax: null };
  if (packet === null) return nothing;
  const { payout, identity, tax } = packet;
  return { ...nothing, identity, tax, payouts: payout === null ? [] : [payout] };
}

/** What the handoff says of the case itself. */
function aboutOf(packet: Packet | null) {
  if (packet === null) return { customer: null, reference: null, cases: [] };
  return { customer: packet.customer, reference: packet.payout?.reference ?? null, cases: packet.earlier };
}

/** What is known about customer and case, a section per matter: as it is now; until that is here, as it was at the handoff. */
export function Facts({ detail, row }: { readonly detail: Detail; readonly row: Row }): ReactElement {
  const { packet, earlier } = detail;
  const about = aboutOf(packet);
  const file = useFile(row.customer.id);
  const { payouts, identity, tax, milestones, guides } = file === undefined ? knownAtHandoff(packet) : knownNow(file);
  return (
    <div className="facts">
      <PlaybookFacts detail={detail} row={row} />
      <CustomerFacts row={row} customer={about.customer} />
      <PayoutsFacts payouts={payouts} about={about.reference} />
      <GateFacts identity={identity} tax={tax} />
      <MilestoneFacts milestones={milestones} />
      <GuideFacts guides={guides} />
      {packet !== null && <RecognisedFacts packet={packet} />}
      <EarlierCases earlier={earlier} cases={about.cases} current={row.id} />
      {packet !== null && <OriginFacts packet={packet} />}
    </div>
  );
}
