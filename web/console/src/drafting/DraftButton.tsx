import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { useWords } from "../words/words.ts";
import type { Drafting } from "./useDrafting.ts";

export function DraftButton({ drafting: { pending, make } }: { readonly drafting: Drafting }): ReactElement {
  const { drafting } = useWords();
  return (
    <Button look="quiet" icon="draft" cap="V" isPending={pending} onPress={make}>
      {pending ? drafting.making : drafting.make}
    </Button>
  );
}
