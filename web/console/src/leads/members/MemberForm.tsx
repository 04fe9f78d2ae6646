import { type ReactElement, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../kit/Button.tsx";
import { Refused } from "../form/Refused.tsx";
import { useCheck } from "../form/useCheck.ts";
import { useLeadsWords } from "../words/words.ts";
import { AbilityFields } from "./AbilityFields.tsx";
import { AccountActs } from "./AccountActs.tsx";
import { IdentityFields } from "./IdentityFields.tsx";
import { CHECK_URL, checkBodyOf, draftOf, type Member, type MemberDraft, type Members } from "./members.ts";
import { useRights } from "./rights.ts";
import { useSaving } from "./useSaving.ts";

interface Props {
  readonly known: Members;
  /** Null: somebody new. */
  readonly member: Member | null;
  readonly onDone: () => void;
  readonly onPassword: (password: string) => void;
}

export function MemberForm({ known, member, onDone, onPassword }: Props): ReactElement {
  const { members: says } = useLeadsWords();
  const { admin: isAdmin } = useRights();
  const [draft, setDraft] = useState<MemberDraft>(() => draftOf(member));
  const check = useCheck(CHECK_URL, JSON.stringify(checkBodyOf(draft, member)));
  const saving = useSaving({ member, isAdmin, onDone, onPassword });
  const type = (change: Partial<MemberDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    check.leaveAll();
    if (check.sound && !saving.isPending) saving.mutate(draft);
  };
  return (
    <Form className="member-form" validationBehavior="aria" onSubmit={submit}>
      {isAdmin ? <IdentityFields draft={draft} check={check} onType={type} /> : <p>{member?.name}</p>}
      <AbilityFields draft={draft} known={known} check={check} onType={type} />
      <Refused error={saving.error} />
      <div className="panel-foot">
        <Button type="submit" look="primary" isPending={saving.isPending}>
          {member === null ? says.addNow : says.save}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {says.cancel}
        </Button>
      </div>
      {isAdmin && member !== null && <AccountActs member={member} onDone={onDone} onPassword={onPassword} />}
    </Form>
  );
}
