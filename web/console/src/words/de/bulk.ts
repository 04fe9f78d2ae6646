import type { bulk as english } from "../en/bulk.ts";

export const bulk: typeof english = {
  label: "Mit der Auswahl",
  choose: (name, number) => `${name}, ${number} auswählen`,
  chosen: (count) => `${count} ausgewählt`,
  all: "Alle gezeigten",
  none: "Nichts auswählen",
  act: "Bearbeiten",
  assign: "Zuweisen",
  toMe: "Mir",
  tag: "Schlagwort",
  addTag: "Setzen",
  done: (count) => `${count} erledigt.`,
  not: (count) => `${count} nicht:`,
  more: (count) => `und ${count} weitere.`,
};
