import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { keys } from "../api/keys.ts";
import { useCommand } from "../keyboard/registry.ts";
import { Button } from "../kit/Button.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { platform } from "../platform.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import type { CannedReply } from "./canned.ts";
import { CannedForm } from "./CannedForm.tsx";
import { CannedList } from "./CannedList.tsx";
import { useCannedChanges, useCannedReplies } from "./useCanned.ts";
import { blank, type Sketch, sketchOf } from "./wording.ts";

/** All canned replies, and a form for one of them. */
export function CannedSheet(): ReactElement {
  const { canned } = useWords();
  const [open, setOpen] = useState(false);
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const known = useCannedReplies(open);
  const changes = useCannedChanges();
  const me = useQueryClient().getQueryData<Agent>(keys.me);
  const edited = known.replies.find(({ id }) => id === sketch?.id);
  useCommand("canned", () => {
    setOpen(true);
  });
  const toList = (): void => {
    changes.forget();
    setSketch(null);
  };
  const edit = (reply: CannedReply): void => {
    changes.forget();
    setSketch(sketchOf(reply));
  };
  return (
    <Sheet
      title={canned.title}
      size="wide"
      isOpen={open}
      onOpenChange={(shown) => {
        setOpen(shown);
        toList();
      }}
    >
      {sketch === null ? (
        <>
          <p className="lead">{canned.lead}</p>
          <CannedList replies={known.replies} onChoose={edit} />
          <div className="sheet-actions">
            <Button
              look="primary"
              autoFocus
              onPress={() => {
                setSketch(blank(platform.chance.uuid()));
              }}
            >
              {canned.add}
            </Button>
          </div>
        </>
      ) : (
        <CannedForm
          sketch={sketch}
          known={known}
          changes={changes}
          mayShare={me?.role === "lead"}
          readOnly={edited !== undefined && !edited.changeable}
          isNew={edited === undefined}
          onChange={(change) => {
            setSketch({ ...sketch, ...change });
          }}
          onDone={toList}
        />
      )}
    </Sheet>
  );
}
