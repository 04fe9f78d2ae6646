/** Plain text; line breaks are kept, nothing in it is markup. */

import type { JSX } from "preact";

export function TextPart({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="bubble" dir="auto">
      {text}
    </p>
  );
}
