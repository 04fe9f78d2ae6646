import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { useWords } from "../words/words.ts";

export function LoadFailed({ retry }: { readonly retry: () => void }): ReactElement {
  const { shell } = useWords();
  return (
    <div className="blank" role="alert">
      <p>{shell.loadFailed}</p>
      <Button onPress={retry}>{shell.retry}</Button>
    </div>
  );
}
