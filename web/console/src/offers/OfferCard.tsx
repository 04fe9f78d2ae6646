import type { ReactElement } from "react";
import { PriorityTag } from "../inbox/PriorityTag.tsx";
import { UrgencyTag } from "../inbox/UrgencyTag.tsx";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import type { Offer } from "../live/offers.ts";
import { useSettings } from "../settings/settings.ts";
import { matterOf } from "../shell/alerts.ts";
import { currentRoute, go } from "../shell/route.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Countdown } from "./Countdown.tsx";
import { DeclineMenu } from "./DeclineMenu.tsx";
import { useAnswer } from "./useAnswer.ts";

interface Props {
  readonly offer: Offer;
  readonly agent: Agent;
  readonly others: number;
}

/** Who, what, why me, and how long I have: enough to say yes or no without opening it. */
export function OfferCard({ offer, agent, others }: Props): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  const { row, why, summary } = offer;
  const answer = useAnswer(offer, agent);
  const open = (): void => {
    go({ ...currentRoute(), conversation: row.id });
  };
  useCommand("offerAccept", answer.accept);
  useCommand("offerOpen", open);
  const name = row.customer.name ?? words.inbox.unknownCustomer;
  return (
    <section className="offer" aria-label={words.offers.label(name)}>
      <Countdown offer={offer} />
      <p className="offer-top">
        <strong>{name}</strong>
        {row.priority !== null && <PriorityTag priority={row.priority} />}
        {row.urgency !== null && <UrgencyTag urgency={row.urgency} />}
      </p>
      <p className="offer-matter">{matterOf(row, words)}</p>
      <p className="offer-summary">{summary[language] === "" ? row.preview : (summary[language] ?? row.preview)}</p>
      <p className="offer-why">{why[language]}</p>
      <div className="offer-actions">
        <Button look="quiet" cap="E" onPress={open}>
          {words.offers.open}
        </Button>
        <DeclineMenu onChoose={answer.decline} />
        <Button look="primary" icon="accept" cap="Y" isPending={answer.pending} onPress={answer.accept}>
          {words.composer.accept}
        </Button>
      </div>
      {others > 0 && <p className="offer-others">{words.offers.more(others)}</p>}
    </section>
  );
}
