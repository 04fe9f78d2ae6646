import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Button } from "../../kit/Button.tsx";
import { Sheet } from "../../kit/Sheet.tsx";
import { Loading } from "../../shell/Loading.tsx";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { MemberForm } from "./MemberForm.tsx";
import { type Member, MEMBERS, membersApi } from "./members.ts";
import { MembersTable } from "./MembersTable.tsx";
import { NewPassword } from "./NewPassword.tsx";
import { useRights } from "./rights.ts";

/** Who is of the team, what they may do, and what they can do. */
export function MembersPage(): ReactElement {
  const { members: words } = useLeadsWords();
  const rights = useRights();
  const [edited, setEdited] = useState<Member | "new" | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const { data, isError, refetch } = useQuery({ queryKey: MEMBERS, queryFn: membersApi.all, staleTime: 0 });
  if (isError && data === undefined) return <LoadFailed retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const close = (): void => {
    setEdited(null);
  };
  return (
    <div className="rehearsal">
      <p className="lead">{rights.words}</p>
      {rights.admin && (
        <div className="panel-foot">
          <Button
            look="primary"
            onPress={() => {
              setEdited("new");
            }}
          >
            {words.add}
          </Button>
        </div>
      )}
      <MembersTable members={data.members} edits={rights.edits} onEdit={setEdited} />
      <Sheet title={edited === "new" ? words.add : words.edit} size="wide" isOpen={edited !== null} onOpenChange={close}>
        {edited !== null && (
          <MemberForm known={data} member={edited === "new" ? null : edited} onDone={close} onPassword={setPassword} />
        )}
      </Sheet>
      <NewPassword
        password={password}
        onClose={() => {
          setPassword(null);
        }}
      />
    </div>
  );
}
