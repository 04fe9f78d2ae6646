/** Every command of the console with its keys. What it does is said by whoever can do it now (registry.ts). */
import type { Words } from "../words/words.ts";

export type CommandName = keyof Words["commands"]["names"];
export type CommandGroup = keyof Words["commands"]["groups"];

export interface Command {
  readonly name: CommandName;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  /** Pressed elsewhere too, in a field or a list of its own: there it means something else. */
  readonly onlyFromList?: true;
  /** Done where the focus is; listed here to be found. */
  readonly native?: true;
}

export const COMMANDS: readonly Command[] = [
  { name: "queue", group: "views", keys: ["1"] },
  { name: "mine", group: "views", keys: ["2"] },
  { name: "team", group: "views", keys: ["3"] },
  { name: "at_risk", group: "views", keys: ["4"] },
  { name: "snoozed", group: "views", keys: ["5"] },
  { name: "followed", group: "views", keys: ["6"] },
  { name: "bot", group: "views", keys: ["7"] },
  { name: "closed", group: "views", keys: ["8"] },
  { name: "all", group: "views", keys: ["9"] },
  { name: "wallboard", group: "views", keys: ["w"] },
  { name: "tryRouting", group: "views", keys: [] },
  { name: "notice", group: "views", keys: [] },
  { name: "usefulness", group: "views", keys: [] },
  { name: "members", group: "views", keys: [] },
  { name: "hours", group: "views", keys: [] },
  { name: "roles", group: "views", keys: [] },
  { name: "changes", group: "views", keys: [] },
  { name: "search", group: "list", keys: ["/"] },
  { name: "choose", group: "list", keys: ["s"] },
  { name: "next", group: "list", keys: ["j"] },
  { name: "next", group: "list", keys: ["ArrowDown"], onlyFromList: true },
  { name: "previous", group: "list", keys: ["k"] },
  { name: "previous", group: "list", keys: ["ArrowUp"], onlyFromList: true },
  { name: "open", group: "list", keys: ["Enter"], native: true },
  { name: "accept", group: "conversation", keys: ["a"] },
  { name: "reply", group: "conversation", keys: ["r"] },
  { name: "note", group: "conversation", keys: ["n"] },
  { name: "attach", group: "conversation", keys: ["u"] },
  { name: "fold", group: "conversation", keys: ["p"] },
  { name: "history", group: "conversation", keys: ["h"] },
  { name: "transfer", group: "conversation", keys: ["t"] },
  { name: "snooze", group: "conversation", keys: ["z"] },
  { name: "follow", group: "conversation", keys: ["f"] },
  { name: "draft", group: "conversation", keys: ["v"] },
  { name: "tags", group: "conversation", keys: ["g"] },
  { name: "takeOver", group: "conversation", keys: [] },
  { name: "handBack", group: "conversation", keys: ["b"] },
  { name: "close", group: "conversation", keys: ["x"] },
  { name: "send", group: "conversation", keys: ["Mod+Enter"], native: true },
  { name: "back", group: "conversation", keys: ["Escape"] },
  { name: "offerAccept", group: "offer", keys: ["y"] },
  { name: "offerDecline", group: "offer", keys: ["d"] },
  { name: "offerOpen", group: "offer", keys: ["e"] },
  { name: "bar", group: "console", keys: ["Mod+k"] },
  { name: "shortcuts", group: "console", keys: ["?"] },
  { name: "status", group: "console", keys: ["o"] },
  { name: "toneCheck", group: "console", keys: [] },
  { name: "canned", group: "console", keys: [] },
  { name: "theme", group: "console", keys: [] },
  { name: "language", group: "console", keys: [] },
  { name: "sound", group: "console", keys: [] },
  { name: "logout", group: "console", keys: [] },
];

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}
export interface Place {
  /** The focus is in a text field. */
  readonly typing: boolean;
  /** The focus is in a dialog or menu, which has keys of its own. */
  readonly covered: boolean;
  /** The focus is in the list of conversations, or nowhere. */
  readonly list: boolean;
}

function nameOf({ key, ctrlKey, metaKey }: Press): string {
  return ctrlKey || metaKey ? `Mod+${key.toLowerCase()}` : key;
}

/** The command that a key means at a place, if any. */
export function commandFor(press: Press, place: Place): CommandName | null {
  const name = nameOf(press);
  if (press.altKey || !mayMean(name, place)) return null;
  const means = ({ keys, native, onlyFromList }: Command): boolean =>
    native !== true && keys.includes(name) && (place.list || onlyFromList !== true);
  return COMMANDS.find(means)?.name ?? null;
}

/** What is typed into a field is text, unless no text has such a key. */
function mayMean(name: string, { covered, typing }: Place): boolean {
  return !covered && (!typing || name.startsWith("Mod+") || name === "Escape");
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Escape: "Esc",
  Enter: "↵",
};

/** A key as it is written on the keyboard of this machine. */
export function keyCaps(key: string, isApple: boolean): string[] {
  return key.split("+").map((part) => {
    if (part === "Mod") return isApple ? "⌘" : "Ctrl";
    return SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
