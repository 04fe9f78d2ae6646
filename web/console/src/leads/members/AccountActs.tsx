import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Button } from "../../kit/Button.tsx";
import { say } from "../../shell/notices.ts";
import { refusalWords } from "../../words/refusal.ts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { type Member, MEMBERS, membersApi } from "./members.ts";

type Act = "disable" | "enable" | "renew";

interface Props {
  readonly member: Member;
  readonly onDone: () => void;
  readonly onPassword: (password: string) => void;
}

/** Shut somebody out or let them in again; asked twice, since they lose what they are at. */
export function AccountActs({ member, onDone, onPassword }: Props): ReactElement {
  const words = useWords();
  const { members: says } = useLeadsWords();
  const cache = useQueryClient();
  const [asked, setAsked] = useState<Act | null>(null);
  const doing = useMutation({
    mutationFn: async (act: Act): Promise<string | null> => {
      if (act === "renew") return (await membersApi.renewPassword(member.id)).password;
      await membersApi[act](member.id);
      return null;
    },
    onSuccess: (password) => {
      void cache.invalidateQueries({ queryKey: MEMBERS });
      onDone();
      if (password !== null) onPassword(password);
      else say(says.saved);
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  const acts: readonly Act[] = member.disabled_at === null ? ["renew", "disable"] : ["enable"];
  return (
    <fieldset className="segments account-acts">
      <legend>{says.account}</legend>
      {asked === null ? (
        <div className="panel-foot">
          {acts.map((act) => (
            <Button
              key={act}
              onPress={() => {
                setAsked(act);
              }}
            >
              {says.acts[act]}
            </Button>
          ))}
        </div>
      ) : (
        <div className="panel-foot" role="alert">
          <p>{says.actsMean[asked]}</p>
          <Button
            look="primary"
            autoFocus
            onPress={() => {
              doing.mutate(asked);
            }}
          >
            {says.acts[asked]}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              setAsked(null);
            }}
          >
            {says.cancel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
