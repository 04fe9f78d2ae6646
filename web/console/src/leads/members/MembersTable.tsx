import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { term, useWords } from "../../words/words.ts";
import { Table } from "../Table.tsx";
import { useLeadsWords } from "../words/words.ts";
import { CHANNELS, type Member } from "./members.ts";

interface Props {
  readonly members: readonly Member[];
  readonly edits: boolean;
  readonly onEdit: (member: Member) => void;
}

export function MembersTable({ members, edits, onEdit }: Props): ReactElement {
  const { members: words } = useLeadsWords();
  return (
    <Table
      panel
      label={words.table}
      heads={[
        words.name,
        words.role,
        words.teams,
        words.skills,
        words.languages,
        words.capacity,
        ...(edits ? [<span className="hidden">{words.edit}</span>] : []),
      ]}
    >
      {members.map((member) => (
        <MemberLine
          key={member.id}
          member={member}
          onEdit={
            edits
              ? () => {
                  onEdit(member);
                }
              : null
          }
        />
      ))}
    </Table>
  );
}

function MemberLine({ member, onEdit }: { readonly member: Member; readonly onEdit: (() => void) | null }): ReactElement {
  const { terms } = useWords();
  const { members: words, roles } = useLeadsWords();
  const { channel_capacity: channels, levels } = member;
  const skills = member.skills.map((skill) => `${term(terms.skills, skill)} ${levels[skill] ?? 1}`);
  const limits = CHANNELS.filter((name) => channels[name] !== undefined).map((name) => `${terms.channels[name]} ${channels[name] ?? 0}`);
  return (
    <tr data-disabled={member.disabled_at !== null}>
      <th scope="row">
        {member.name}
        <span className="table-sub">{member.email}</span>
        {member.disabled_at !== null && <span className="tag">{words.disabled}</span>}
      </th>
      <td>{roles.names[member.role]}</td>
      <td>{member.teams.join(", ")}</td>
      <td>{skills.join(", ")}</td>
      <td>{member.languages.map((name) => term(terms.languages, name)).join(", ")}</td>
      <td>
        {member.capacity}
        {limits.length > 0 && <span className="table-sub">{limits.join(", ")}</span>}
      </td>
      {onEdit !== null && (
        <td>
          <Button look="quiet" onPress={onEdit}>
            {words.edit}
            <span className="hidden"> {member.name}</span>
          </Button>
        </td>
      )}
    </tr>
  );
}
