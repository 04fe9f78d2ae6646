import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { SwitchButton, SwitchField } from "react-aria-components";
import { api } from "../api/agent.ts";
import { keys } from "../api/keys.ts";
import { useCommand } from "../keyboard/registry.ts";
import type { Agent } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import { say } from "./notices.ts";

export function StatusSwitch({ agent }: { readonly agent: Agent }): ReactElement {
  const words = useWords();
  const { status } = words.shell;
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: api.setStatus,
    onSuccess: (changed) => cache.setQueryData(keys.me, changed),
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  const wanted = change.isPending ? change.variables : agent.status;
  const online = wanted === "online";
  const set = (on: boolean): void => {
    change.mutate(on ? "online" : "away");
  };
  useCommand("status", () => {
    set(!online);
  });
  return (
    <SwitchField className="switch-field" isSelected={online} onChange={set}>
      <SwitchButton className="switch">
        <span className="switch-track" aria-hidden="true" />
        <span className="hidden">{status.label}: </span>
        <span className="switch-word">{online ? status.online : status.away}</span>
      </SwitchButton>
    </SwitchField>
  );
}
