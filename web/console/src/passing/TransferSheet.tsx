import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import { api, type Recipient } from "../api/agent.ts";
import type { Acts } from "../conversation/useActs.ts";
import { Button } from "../kit/Button.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { Loading } from "../shell/Loading.tsx";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { RecipientList } from "./RecipientList.tsx";

interface Props {
  readonly agent: Agent;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly acts: Acts;
}

export function TransferSheet({ agent, isOpen, onClose, acts }: Props): ReactElement {
  const { passing, composer, shell } = useWords();
  const [to, setTo] = useState<Recipient | null>(null);
  const [note, setNote] = useState("");
  // Who is there changes by the minute: asked for each time.
  const team = useQuery({ queryKey: ["team"], queryFn: api.team, enabled: isOpen, staleTime: 0 });
  return (
    <Sheet
      title={passing.transferTitle}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <p className="lead">{passing.transferLead}</p>
      {team.isError && <p role="alert">{shell.loadFailed}</p>}
      {team.data === undefined ? !team.isError && <Loading /> : <RecipientList team={team.data} me={agent.id} onChange={setTo} />}
      <TextField className="field" value={note} onChange={setNote}>
        <Label>{composer.handBackNote}</Label>
        <TextArea className="input" rows={3} />
      </TextField>
      <div className="sheet-actions">
        <Button onPress={onClose}>{composer.cancel}</Button>
        <Button
          look="primary"
          isDisabled={to === null}
          isPending={acts.pending === "transfer"}
          onPress={() => {
            if (to !== null) acts.act({ kind: "transfer", to, note: note.trim() }, onClose);
          }}
        >
          {passing.transfer}
        </Button>
      </div>
    </Sheet>
  );
}
