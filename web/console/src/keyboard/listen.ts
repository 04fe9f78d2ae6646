/** Turns keys of the page into commands. */
import { useEffect } from "react";
import { run } from "./registry.ts";
import { commandFor, type Place } from "./table.ts";

const FIELDS = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const COVERS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return { typing: false, covered: false, list: true };
  return {
    typing: target.closest(FIELDS) !== null,
    covered: target.closest(COVERS) !== null,
    list: target === document.body || target.closest("[data-conversations]") !== null,
  };
}

export function useKeyboard(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandFor(event, placeOf(event.target));
      if (command !== null && run(command)) event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
    };
  }, []);
}
