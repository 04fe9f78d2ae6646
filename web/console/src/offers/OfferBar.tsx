import type { ReactElement } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import type { Offer } from "../live/offers.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Countdown } from "./Countdown.tsx";
import { DeclineMenu } from "./DeclineMenu.tsx";
import { useAnswer } from "./useAnswer.ts";

interface Props {
  readonly offer: Offer;
  readonly agent: Agent;
  readonly onNote: (() => void) | null;
}

/** The offer of the conversation that is read at the moment: below it, and over nothing. */
export function OfferBar({ offer, agent, onNote }: Props): ReactElement {
  const { composer } = useWords();
  const answer = useAnswer(offer, agent);
  useCommand("offerAccept", answer.accept);
  useCommand("accept", answer.accept);
  return (
    <footer className="composer composer-bar composer-accept offer-bar">
      <Countdown offer={offer} />
      {onNote !== null && (
        <Button look="quiet" icon="lock" cap="N" onPress={onNote}>
          {composer.writeNote}
        </Button>
      )}
      <DeclineMenu onChoose={answer.decline} />
      <Button look="primary" icon="accept" cap="Y" isPending={answer.pending} onPress={answer.accept}>
        {composer.accept}
      </Button>
    </footer>
  );
}
