import type { ReactElement } from "react";
import { keyCaps } from "../keyboard/table.ts";

export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Keys({ keys }: { readonly keys: readonly string[] }): ReactElement {
  return (
    <span className="keys">
      {keys.map((key) => (
        <span key={key} className="chord">
          {keyCaps(key, isApple).map((cap) => (
            <kbd key={cap} className="cap">
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
