/** Who can do which command just now. A command that nobody can do is neither offered nor run. */
import { useEffect, useRef } from "react";
import { createStore, useStore } from "../store.ts";
import type { CommandName } from "./table.ts";

type Run = () => void;
type Registered = ReadonlyMap<CommandName, Run>;

const registered = createStore<Registered>(new Map());

export function run(name: CommandName): boolean {
  const command = registered.get().get(name);
  command?.();
  return command !== undefined;
}

export function usePossible(): ReadonlySet<CommandName> {
  return new Set(useStore(registered).keys());
}

/** Offers a command while mounted; `null` when it cannot be done at present. */
export function useCommand(name: CommandName, act: Run | null): void {
  const latest = useRef(act);
  const possible = act !== null;
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!possible) return;
    const command: Run = () => latest.current?.();
    registered.set((before) => new Map(before).set(name, command));
    return () => {
      registered.set((before) => {
        if (before.get(name) !== command) return before;
        const after = new Map(before);
        after.delete(name);
        return after;
      });
    };
  }, [name, possible]);
}
