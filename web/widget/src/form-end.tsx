/** The end of a form in the line: what is wrong, and the two ways on. */

import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";

interface Props {
  readonly broken: string | null;
  readonly send: string;
  readonly onDone: () => void;
}

export function FormEnd({ broken, send, onDone }: Props): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <>
      {broken !== null && <p role="alert">{broken}</p>}
      <div class="contact-ways">
        <button type="submit" class="pill is-strong">
          {send}
        </button>
        <button type="button" class="pill" onClick={onDone}>
          {texts.contact.cancel}
        </button>
      </div>
    </>
  );
}
