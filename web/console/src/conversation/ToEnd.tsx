import type { ReactElement } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { useWords } from "../words/words.ts";

export function ToEnd({ onPress }: { readonly onPress: () => void }): ReactElement {
  const { conversation } = useWords();
  return (
    <div className="to-end">
      <IconButton icon="down" label={conversation.toEnd} onPress={onPress} />
    </div>
  );
}
