/** Suggestions at the caret while a text is typed: which, the active one, and the keys that move it. */
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { type Trigger, triggerAt } from "./trigger.ts";

interface Wanted<T> {
  readonly sign: "/" | "@";
  readonly text: string;
  readonly items: (query: string) => readonly T[];
  readonly choose: (item: T, trigger: Trigger) => void;
}

export interface Suggestions<T> {
  readonly id: string;
  readonly items: readonly T[];
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly caretAt: (caret: number) => void;
  readonly choose: (item: T) => void;
  /** Whether the key was meant for the suggestions. */
  readonly pressed: (event: KeyboardEvent) => boolean;
}

/** As the field knows them, whatever they are. */
export type Suggesting = Omit<Suggestions<unknown>, "choose">;

const MOST = 8;

export function useSuggestions<T>({ sign, text, items, choose }: Wanted<T>): Suggestions<T> {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  // Escape leaves what was typed as it is, until another sign is typed.
  const [dismissed, setDismissed] = useState(-1);
  const trigger = triggerAt(text, Math.min(caret, text.length), sign);
  const open = trigger !== null && trigger.start !== dismissed;
  const shown = open ? items(trigger.query).slice(0, MOST) : [];
  const at = Math.min(active, Math.max(0, shown.length - 1));
  const chosen = (item: T): void => {
    if (trigger === null) return;
    setActive(0);
    choose(item, trigger);
  };
  const moved = (by: number) => (): void => {
    setActive((at + by + shown.length) % shown.length);
  };
  const take = (): void => {
    const item = shown[at];
    if (item !== undefined) chosen(item);
  };
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: moved(1),
    ArrowUp: moved(-1),
    Enter: take,
    Tab: take,
    Escape: () => {
      setDismissed(trigger?.start ?? -1);
    },
  };
  const pressed = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const act = shown.length === 0 || ctrlKey || metaKey ? undefined : keys[key];
    act?.();
    return act !== undefined;
  };
  return {
    id,
    items: shown,
    active: at,
    optionId: (index) => `${id}-${String(index)}`,
    caretAt: (next) => {
      setCaret(next);
      if (triggerAt(text, next, sign)?.start !== dismissed) setDismissed(-1);
    },
    choose: chosen,
    pressed,
  };
}

/** Puts the caret where the inserted text ends, once it is there. */
export function placeCaret(field: RefObject<HTMLTextAreaElement | null>, caret: number): void {
  setTimeout(() => {
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }, 0);
}
