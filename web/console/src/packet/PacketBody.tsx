import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import type { Packet } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { inLanguage, payoutLine, reasonWords, ruleWords } from "./phrases.ts";
import { RouteLine } from "./RouteLine.tsx";
import { TriedList } from "./TriedList.tsx";

interface Props {
  readonly conversation: string;
  readonly packet: Packet;
}

export function PacketBody({ conversation, packet }: Props): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  const rule = ruleWords(packet, words);
  return (
    <>
      <div className="why">
        <p className="why-reason">{rule ?? reasonWords(packet, words)}</p>
        {rule !== null && <p className="why-rule">{reasonWords(packet, words)}</p>}
        <p className="why-explained">{inLanguage(packet.explanation, language)}</p>
      </div>
      <dl className="pairs">
        <div>
          <dt>{words.packet.urgency}</dt>
          <dd>
            <span className="level" data-urgency={packet.urgency.level}>
              {words.inbox.urgency[packet.urgency.level]}
            </span>{" "}
            {inLanguage(packet.urgency.why, language)}
          </dd>
        </div>
        {packet.payout !== null && (
          <div>
            <dt>{words.packet.payout.title}</dt>
            <dd className="why-payout">
              <Icon name="money" />
              {payoutLine(packet.payout, words, language)}
            </dd>
          </div>
        )}
        {packet.route && <RouteLine conversation={conversation} route={packet.route} />}
        <div>
          <dt>{words.packet.summary}</dt>
          <dd className="summary">{inLanguage(packet.summary, language)}</dd>
        </div>
      </dl>
      <TriedList tried={packet.tried} />
    </>
  );
}
