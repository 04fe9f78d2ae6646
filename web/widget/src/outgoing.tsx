/** A message of the customer that is still on its way, or did not get through. */

import type { Outgoing as Sent, Words } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";
import { WaitingFile } from "./parts/attachment.tsx";
import { TextPart } from "./parts/text.tsx";
import type { Texts } from "./texts/index.ts";

export function Outgoing({ outgoing }: { readonly outgoing: Sent<Words> }): JSX.Element {
  const { texts } = useSurroundings();
  const { state, body } = outgoing;
  return (
    <div class={`message by-customer is-${state}`}>
      <p class="aside">{texts.you}:</p>
      {body.text !== "" && <TextPart text={body.text} />}
      {body.attachments?.map((file) => <WaitingFile key={file.id} file={file} />)}
      {state === "failed" ? <Failed outgoing={outgoing} /> : <p class="when">{state === "sending" ? texts.sending : texts.sent}</p>}
    </div>
  );
}

function Failed({ outgoing }: { readonly outgoing: Sent<Words> }): JSX.Element {
  const { widget, texts } = useSurroundings();
  return (
    <div class="failure">
      <p role="alert">
        <Icon name="warning" />
        <strong>{texts.notSent}.</strong> {reason(texts, outgoing.error)}
      </p>
      <button
        type="button"
        class="plain"
        onClick={() => {
          widget.client.retry(outgoing.id);
        }}
      >
        {texts.retry}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          widget.client.discard(outgoing.id);
        }}
      >
        {texts.discard}
      </button>
    </div>
  );
}

function reason(texts: Texts, error: string | null): string {
  return error === "too_old" || error === "session_ended" ? texts.failures[error] : texts.failures.other;
}
