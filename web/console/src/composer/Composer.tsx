import { type ReactElement, useState } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { isMine } from "../live/rows.ts";
import type { Agent, Row } from "../wire.ts";
import { OfferBar } from "../offers/OfferBar.tsx";
import { useDesk } from "../live/DeskContext.tsx";
import { useStore } from "../store.ts";
import { AcceptBar } from "./AcceptBar.tsx";
import { StateBar } from "./StateBar.tsx";
import { Writer } from "./Writer.tsx";

interface Props {
  readonly row: Row;
  readonly agent: Agent;
  readonly onWriting: () => void;
  readonly onSent: () => void;
}

/** Below the conversation: write when it is yours, accept when it waits, else a note. */
export function Composer(props: Props): ReactElement {
  const { row, agent } = props;
  const mine = isMine(row, agent.id);
  return mine ? <Writer {...props} canReply onCancel={null} /> : <Onlooker {...props} />;
}

/** What waits and is asked of nobody else, and what was put off. */
function mayTake(row: Row, agent: Agent): boolean {
  if (row.state === "offered") return row.offered_to?.id === agent.id;
  return row.state === "queued" || row.state === "snoozed";
}

interface AnswerProps {
  readonly row: Row;
  readonly agent: Agent;
  readonly onNote: (() => void) | null;
}

/** What can be said to a conversation that one does not own: yes or no, yes, or nothing. */
function Answer(props: AnswerProps): ReactElement {
  const { row, agent, onNote } = props;
  const offer = useStore(useDesk().offers.open).find((it) => it.row.id === row.id);
  if (offer !== undefined) return <OfferBar offer={offer} agent={agent} onNote={onNote} />;
  return mayTake(row, agent) ? <AcceptBar {...props} /> : <StateBar row={row} onNote={onNote} />;
}

/** Whoever does not own a conversation may still leave a note in it. */
function Onlooker({ row, agent, onWriting, onSent }: Props): ReactElement {
  const [wantsNote, setWantsNote] = useState(false);
  const noting = wantsNote && row.state !== "closed";
  const mayNote = !noting && row.state !== "closed";
  const note = mayNote
    ? (): void => {
        setWantsNote(true);
      }
    : null;
  const cancel = (): void => {
    setWantsNote(false);
  };
  useCommand("note", note);
  return (
    <>
      {noting && <Writer row={row} canReply={false} onWriting={onWriting} onSent={onSent} onCancel={cancel} />}
      <Answer row={row} agent={agent} onNote={note} />
    </>
  );
}
