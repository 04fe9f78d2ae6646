/** Where the answer goes if the customer leaves. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { whyNot } from "./contact-failure.ts";
import { FormEnd } from "./form-end.tsx";

export function EmailForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [address, setAddress] = useState("");
  const [broken, setBroken] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    try {
      await widget.client.contacts.leaveAddress(address);
      onDone();
    } catch (error) {
      setBroken(whyNot(error, texts.contact, texts.contact.addressWrong));
    }
  };
  return (
    <form
      class="contact-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="contact-address">{texts.contact.address}</label>
      <input
        id="contact-address"
        type="email"
        autocomplete="email"
        value={address}
        aria-invalid={broken !== null}
        aria-describedby="contact-address-why"
        onInput={(event) => {
          setAddress(event.currentTarget.value);
        }}
      />
      <p id="contact-address-why">{texts.contact.addressWhy}</p>
      <FormEnd broken={broken} send={texts.contact.addressSend} onDone={onDone} />
    </form>
  );
}
