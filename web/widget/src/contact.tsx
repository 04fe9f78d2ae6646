/** Ways to be answered without waiting in the chat. */

import type { Conversation, Queue } from "@lotse/sdk";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { CallForm } from "./call-form.tsx";
import { useSurroundings } from "./context.ts";
import { EmailForm } from "./email-form.tsx";

type Way = "email" | "call";

export function ContactWays({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState<Way | null>(null);
  const email = conversation.contact?.email ?? null;
  const close = (): void => {
    setOpen(null);
  };
  return (
    <div class={`contact${isPressing(conversation.queue) ? " is-pressing" : ""}`}>
      <p role="status">{lead(texts.contact, conversation.queue, email)}</p>
      <div class="contact-ways">
        <button
          type="button"
          class="pill"
          aria-expanded={open === "email"}
          onClick={() => {
            setOpen(open === "email" ? null : "email");
          }}
        >
          {texts.contact.byEmail}
        </button>
        <button
          type="button"
          class="pill"
          aria-expanded={open === "call"}
          onClick={() => {
            setOpen(open === "call" ? null : "call");
          }}
        >
          {texts.contact.byCall}
        </button>
      </div>
      {open === "email" && <EmailForm onDone={close} />}
      {open === "call" && <CallForm onDone={close} />}
    </div>
  );
}

/** So many wait, or nobody is there: then it is the better advice, not just a possibility. */
function isPressing(queue: Queue | null): boolean {
  return queue !== null && (queue.offer_email || !queue.open);
}

function lead(texts: { readonly rush: string; readonly away: string; readonly addressLeft: (address: string) => string }, queue: Queue | null, email: string | null): string {
  if (email !== null) return texts.addressLeft(email);
  return queue?.offer_email === true ? texts.rush : texts.away;
}
