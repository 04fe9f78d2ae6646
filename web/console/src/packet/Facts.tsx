import type { ReactElement } from "react";
import type { Detail } from "../conversation/detail.ts";
import type { Row } from "../wire.ts";
import { PlaybookFacts } from "../playbooks/PlaybookFacts.tsx";
import { CustomerFacts } from "./CustomerFacts.tsx";
import { EarlierCases } from "./EarlierCases.tsx";
import { GateFacts } from "./GateFacts.tsx";
import { OriginFacts } from "./OriginFacts.tsx";
import { PayoutFacts } from "./PayoutFacts.tsx";
import { RecognisedFacts } from "./RecognisedFacts.tsx";

/** What is known about customer and case, a section per matter. */
export function Facts({ detail, row }: { readonly detail: Detail; readonly row: Row }): ReactElement {
  const { packet, earlier } = detail;
  if (packet === null) {
    return (
      <div className="facts">
        <CustomerFacts row={row} customer={null} />
        <PlaybookFacts detail={detail} row={row} />
        <EarlierCases earlier={earlier} cases={[]} current={row.id} />
      </div>
    );
  }
  return (
    <div className="facts">
      <PlaybookFacts detail={detail} row={row} />
      <CustomerFacts row={row} customer={packet.customer} />
      {packet.payout !== null && <PayoutFacts payout={packet.payout} />}
      <GateFacts identity={packet.identity} tax={packet.tax} />
      <RecognisedFacts packet={packet} />
      <EarlierCases earlier={earlier} cases={packet.earlier} current={row.id} />
      <OriginFacts packet={packet} />
    </div>
  );
}
