import type { ReactElement } from "react";
import { term, useWords } from "../../words/words.ts";
import { Checks } from "../form/Checks.tsx";
import { Field } from "../form/Field.tsx";
import type { Check } from "../form/useCheck.ts";
import { useLeadsWords } from "../words/words.ts";
import { LevelSelect } from "./LevelSelect.tsx";
import { CHANNELS, LANGUAGES, type MemberDraft, type Members } from "./members.ts";

interface Props {
  readonly draft: MemberDraft;
  readonly known: Members;
  readonly check: Check;
  readonly onType: (change: Partial<MemberDraft>) => void;
}

/** What somebody can do, for whom, and how much at once. */
export function AbilityFields({ draft, known, check, onType }: Props): ReactElement {
  const { terms } = useWords();
  const { members: words } = useLeadsWords();
  const skills = known.skills.map((id) => ({
    id,
    name: term(terms.skills, id),
    beside: id in draft.levels && (
      <LevelSelect
        skill={term(terms.skills, id)}
        level={draft.levels[id] ?? 1}
        onChange={(level) => {
          onType({ levels: { ...draft.levels, [id]: level } });
        }}
      />
    ),
  }));
  return (
    <>
      <Checks
        label={words.languages}
        chosen={draft.languages}
        options={LANGUAGES.map((id) => ({ id, name: terms.languages[id] }))}
        errors={check.errorsOf("languages")}
        onChange={(languages) => {
          check.leave("languages");
          onType({ languages });
        }}
      />
      <Checks
        label={words.skillsAndLevels}
        chosen={Object.keys(draft.levels)}
        options={skills}
        errors={[...check.errorsOf("skills"), ...check.errorsOf("levels")]}
        onChange={(chosen) => {
          onType({ levels: Object.fromEntries(chosen.map((id) => [id, draft.levels[id] ?? 1])) });
        }}
      />
      <Checks
        label={words.teams}
        chosen={draft.teams}
        options={known.teams.map((id) => ({ id, name: id }))}
        errors={check.errorsOf("teams")}
        onChange={(teams) => {
          onType({ teams });
        }}
      />
      <div className="member-numbers">
        <Field
          label={words.capacity}
          hint={words.capacityHint}
          value={draft.capacity}
          onChange={(capacity) => {
            check.leave("capacity");
            onType({ capacity });
          }}
          errors={check.errorsOf("capacity")}
        />
        {CHANNELS.map((channel) => (
          <Field
            key={channel}
            label={words.ofChannel(terms.channels[channel])}
            hint={words.ofChannelHint}
            value={draft.channels[channel]}
            onChange={(most) => {
              check.leave(`channel_capacity.${channel}`);
              onType({ channels: { ...draft.channels, [channel]: most } });
            }}
            errors={check.errorsOf(`channel_capacity.${channel}`)}
          />
        ))}
      </div>
    </>
  );
}
