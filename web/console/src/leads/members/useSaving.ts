import { useMutation, useQueryClient } from "@tanstack/react-query";
import { say } from "../../shell/notices.ts";
import { useLeadsWords } from "../words/words.ts";
import { type Member, type MemberDraft, MEMBERS, membersApi } from "./members.ts";

interface Saving {
  readonly member: Member | null;
  readonly isAdmin: boolean;
  readonly onDone: () => void;
  readonly onPassword: (password: string) => void;
}

/** Adds somebody, or changes what this agent may change of them. */
export function useSaving({ member, isAdmin, onDone, onPassword }: Saving) {
  const { members } = useLeadsWords();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (draft: MemberDraft): Promise<string | null> => {
      if (member === null) return (await membersApi.add(draft)).password;
      await (isAdmin ? membersApi.change(member.id, draft) : membersApi.equip(member.id, draft));
      return null;
    },
    onSuccess: (password) => {
      void cache.invalidateQueries({ queryKey: MEMBERS });
      onDone();
      if (password === null) say(members.saved);
      else onPassword(password);
    },
  });
}
