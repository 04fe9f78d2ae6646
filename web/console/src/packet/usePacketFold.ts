/** A handoff is open until it was read; what is read stays folded. */
import { useState } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { readJson, writeJson } from "../platform.ts";

const MOST = 500;

export interface PacketFold {
  readonly folded: boolean;
  readonly toggle: () => void;
  /** The agent goes on to write: they have read it. */
  readonly read: () => void;
}

export function usePacketFold(conversation: string, agentId: string): PacketFold {
  const key = `lotse.console.read.${agentId}`;
  const [folded, setFolded] = useState(() => readJson<string[]>(key, []).includes(conversation));
  const [wasRead, setWasRead] = useState(folded);
  const remember = (): void => {
    setWasRead(true);
    const others = readJson<string[]>(key, []).filter((id) => id !== conversation);
    writeJson(key, [...others, conversation].slice(-MOST));
  };
  const toggle = (): void => {
    if (!folded) remember();
    setFolded(!folded);
  };
  useCommand("fold", toggle);
  return {
    folded,
    toggle,
    read: () => {
      if (wasRead) return;
      remember();
      setFolded(true);
    },
  };
}
