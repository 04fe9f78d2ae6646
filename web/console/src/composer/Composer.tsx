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
export function Composer({ row, agent, onWriting, onSent }: Props): ReactElement {
  const [noting, setNoting] = useState(false);
  const mine = row.state === "agent" && row.owner?.id === agent.id;
  const open = row.state !== "closed";
  const note = (): void => {
    setNoting(true);
  };
  useCommand("note", !mine && open && !noting ? note : null);
  if (mine) return <Writer row={row} canReply onWriting={onWriting} onSent={onSent} />;
  return (
    <>
      {noting && open && (
        <Writer
          row={row}
          canReply={false}
          onWriting={onWriting}
          onSent={onSent}
          onCancel={() => {
            setNoting(false);
          }}
        />
      )}
      {row.state === "queued" ? (
        <AcceptBar row={row} agent={agent} onNote={noting ? null : note} />
      ) : (
        <StateBar row={row} onNote={noting || !open ? null : note} />
      )}
    </>
  );
}
