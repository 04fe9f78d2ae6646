import type { ReactElement } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from "react-aria-components";
import type { Recipient } from "../api/agent.ts";
import type { TeamAnswer } from "./team.ts";
import { useWords } from "../words/words.ts";
import { reachable } from "./recipients.ts";

interface Props {
  readonly team: TeamAnswer;
  readonly me: string;
  readonly onChange: (to: Recipient | null) => void;
}

function recipientOf(key: string | undefined): Recipient | null {
  if (key === undefined) return null;
  return key.startsWith("team:") ? { team: key.slice(5) } : { agent: key.slice(6) };
}

/** Teams first: whoever of them is best placed is asked. Then people, with the room they have. */
export function RecipientList({ team, me, onChange }: Props): ReactElement {
  const { passing } = useWords();
  const people = reachable(team.agents, me);
  return (
    <ListBox
      className="recipients"
      aria-label={passing.transferTo}
      selectionMode="single"
      disabledKeys={people.filter(({ hindrance }) => hindrance !== null).map(({ who }) => `agent:${who.id}`)}
      onSelectionChange={(keys) => {
        onChange(recipientOf([...(keys === "all" ? [] : keys)].map(String)[0]));
      }}
    >
      <ListBoxSection>
        <Header>{passing.teams}</Header>
        {team.teams.map((name) => (
          <ListBoxItem key={name} id={`team:${name}`} className="recipient" textValue={name}>
            <Text slot="label">{name}</Text>
          </ListBoxItem>
        ))}
      </ListBoxSection>
      <ListBoxSection>
        <Header>{passing.people}</Header>
        {people.map(({ who, hindrance }) => (
          <ListBoxItem key={who.id} id={`agent:${who.id}`} className="recipient" textValue={who.name}>
            <Text slot="label">{who.name}</Text>
            <Text slot="description" className="lead">
              {hindrance === "absent" ? passing.absent : passing.load(who.load, who.capacity)}
            </Text>
          </ListBoxItem>
        ))}
      </ListBoxSection>
    </ListBox>
  );
}
