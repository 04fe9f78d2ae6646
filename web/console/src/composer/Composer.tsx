import { type ReactElement, useState } from "react";
import { useCommand } from "../keyboard/registry.ts";
import type { Agent, Row } from "../wire.ts";
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
  const mine = row.state === "agent" && row.owner?.id === agent.id;
  return mine ? <Writer {...props} canReply onCancel={null} /> : <Onlooker {...props} />;
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
      {row.state === "queued" ? <AcceptBar row={row} agent={agent} onNote={note} /> : <StateBar row={row} onNote={note} />}
    </>
  );
}
