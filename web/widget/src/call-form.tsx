/** When somebody is to call, and where. */

import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

import { whyNot } from "./contact-failure.ts";
import { useSurroundings } from "./context.ts";
import { weekdayTime } from "./dates.ts";
import { FormEnd } from "./form-end.tsx";

type Times = readonly string[] | "loading";

export function CallForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [times, setTimes] = useState<Times>("loading");
  const [broken, setBroken] = useState<string | null>(null);
  const load = async (): Promise<readonly string[]> => {
    try {
      const free = await widget.client.contacts.times();
      setTimes(free);
      return free;
    } catch (error) {
      setTimes([]);
      setBroken(whyNot(error, texts.contact, texts.contact.failed));
      return [];
    }
  };
  useLayoutEffect(() => {
    void load();
  }, []);
  const send = async (at: string, phone: string): Promise<void> => {
    try {
      await widget.client.contacts.wantCall(at, phone);
      onDone();
    } catch (error) {
      const gone = !(await load()).includes(at);
      setBroken(whyNot(error, texts.contact, gone ? texts.contact.timeGone : texts.contact.phoneWrong));
    }
  };
  return <CallFields times={times} broken={broken} onSend={send} onDone={onDone} />;
}

interface Props {
  readonly times: Times;
  readonly broken: string | null;
  readonly onSend: (at: string, phone: string) => Promise<void>;
  readonly onDone: () => void;
}

function CallFields({ times, broken, onSend, onDone }: Props): JSX.Element {
  const { texts, language } = useSurroundings();
  const [chosen, setChosen] = useState<string | null>(null);
  const [phone, setPhone] = useState("");
  if (times === "loading") return <p role="status">{texts.contact.loading}</p>;
  if (times.length === 0) return <p role="status">{broken ?? texts.contact.noTimes}</p>;
  const at = chosen !== null && times.includes(chosen) ? chosen : (times[0] ?? "");
  return (
    <form
      class="contact-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(at, phone);
      }}
    >
      <label for="contact-time">{texts.contact.time}</label>
      <select
        id="contact-time"
        value={at}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
        }}
      >
        {times.map((time) => (
          <option key={time} value={time}>
            {weekdayTime(language, time)}
          </option>
        ))}
      </select>
      <label for="contact-phone">{texts.contact.phone}</label>
      <input
        id="contact-phone"
        type="tel"
        autocomplete="tel"
        value={phone}
        aria-invalid={broken !== null}
        onInput={(event) => {
          setPhone(event.currentTarget.value);
        }}
      />
      <FormEnd broken={broken} send={texts.contact.callSend} onDone={onDone} />
    </form>
  );
}
