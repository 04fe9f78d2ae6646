/** There is no session: what the customer can do about it. */

import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";

export function Over({ signedOut }: { readonly signedOut: boolean }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [title, text, action] = signedOut
    ? [texts.signedOutTitle, texts.signedOutText, texts.signedOutStart]
    : [texts.endedTitle, texts.endedText, texts.endedAgain];
  return (
    <div class="over" role="status">
      <p>
        <strong>{title}</strong> {text}
      </p>
      <button
        type="button"
        class="pill is-strong"
        onClick={() => {
          widget.beginAnew();
        }}
      >
        {action}
      </button>
    </div>
  );
}
