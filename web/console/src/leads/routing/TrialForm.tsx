import { type ReactElement, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../kit/Button.tsx";
import { useWords } from "../../words/words.ts";
import { Field } from "../form/Field.tsx";
import { Segments } from "../form/Segments.tsx";
import { useLeadsWords } from "../words/words.ts";
import { type ChannelName, trialOf, type Trial, type Typed, type What } from "./rehearsal.ts";

interface Props {
  readonly conversation: string;
  readonly pending: boolean;
  readonly onTry: (trial: Trial) => void;
  /** What was typed is another thing now: what came of the last one is out of place. */
  readonly onChange: () => void;
}

export function TrialForm({ conversation, pending, onTry, onChange }: Props): ReactElement {
  const { channels } = useWords().terms;
  const { routing } = useLeadsWords();
  const [typed, setTyped] = useState<Typed>({ what: "conversation", conversation, packet: "", channel: "in_app" });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const type = (change: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...change }));
    setWrong([]);
    onChange();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const trial = trialOf(typed, routing);
    if (typeof trial === "string") setWrong([trial]);
    else onTry(trial);
  };
  return (
    <Form className="panel" validationBehavior="aria" onSubmit={submit}>
      <Segments<What>
        label={routing.what}
        value={typed.what}
        options={[
          { id: "conversation", name: routing.conversation },
          { id: "packet", name: routing.packet },
        ]}
        onChange={(what) => {
          type({ what });
        }}
      />
      <Field
        key={typed.what}
        label={typed.what === "packet" ? routing.packetLabel : routing.conversationLabel}
        hint={typed.what === "packet" ? routing.packetHint : routing.conversationHint}
        value={typed[typed.what]}
        onChange={(text) => {
          type({ [typed.what]: text });
        }}
        errors={wrong}
        {...(typed.what === "packet" ? { rows: 10, look: "code" } : {})}
      />
      {typed.what === "packet" && (
        <Segments<ChannelName>
          label={routing.channel}
          value={typed.channel}
          options={[
            { id: "in_app", name: channels.in_app },
            { id: "web", name: channels.web },
          ]}
          onChange={(channel) => {
            type({ channel });
          }}
        />
      )}
      <div className="panel-foot">
        <Button type="submit" look="primary" isPending={pending}>
          {pending ? routing.running : routing.run}
        </Button>
      </div>
    </Form>
  );
}
