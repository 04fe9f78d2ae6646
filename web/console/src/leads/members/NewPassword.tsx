import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Sheet } from "../../kit/Sheet.tsx";
import { useLeadsWords } from "../words/words.ts";

interface Props {
  readonly password: string | null;
  readonly onClose: () => void;
}

/** Told once: the server keeps only what it needs to recognise it. */
export function NewPassword({ password, onClose }: Props): ReactElement {
  const { members } = useLeadsWords();
  return (
    <Sheet title={members.password} isOpen={password !== null} onOpenChange={onClose}>
      <p>{members.passwordMeans}</p>
      <p>
        <code className="password">{password}</code>
      </p>
      <div className="panel-foot">
        <Button look="primary" autoFocus onPress={onClose}>
          {members.passwordNoted}
        </Button>
      </div>
    </Sheet>
  );
}
