import type { ReactElement } from "react";
import { Field } from "../form/Field.tsx";
import { Segments } from "../form/Segments.tsx";
import type { Check } from "../form/useCheck.ts";
import { useLeadsWords } from "../words/words.ts";
import { type MemberDraft, ROLES } from "./members.ts";

interface Props {
  readonly draft: MemberDraft;
  readonly check: Check;
  readonly onType: (change: Partial<MemberDraft>) => void;
}

/** Who somebody is, and what they may do. */
export function IdentityFields({ draft, check, onType }: Props): ReactElement {
  const { members: words, roles } = useLeadsWords();
  return (
    <>
      <Field
        label={words.name}
        value={draft.name}
        onChange={(name) => {
          onType({ name });
        }}
        errors={check.errorsOf("name")}
        onLeave={() => {
          check.leave("name");
        }}
      />
      <Field
        label={words.email}
        type="email"
        value={draft.email}
        onChange={(email) => {
          onType({ email });
        }}
        errors={check.errorsOf("email")}
        onLeave={() => {
          check.leave("email");
        }}
      />
      <Segments
        label={words.role}
        value={draft.role}
        options={ROLES.map((id) => ({ id, name: roles.names[id] }))}
        onChange={(role) => {
          onType({ role });
        }}
      />
      <p className="field-hint">{roles.means[draft.role]}</p>
    </>
  );
}
