import type { search as english } from "../en/search.ts";

export const search: typeof english = {
  label: "Alles Gesagte durchsuchen",
  hint: "Wörter, „Wortfolge“, -nicht, Fallnummer, Name",
  end: "Zurück zur Liste",
  lead: "Findet, was Kunden, Assistent und Kollegen geschrieben haben, auch Notizen, auf Deutsch und Englisch.",
  none: "Nichts gefunden.",
  found: (count) => `${count} gefunden`,
  named: "Nach Name oder Nummer",
  hits: "Nachrichten",
  by: { customer_said: "Kunde", assistant_said: "Assistent", agent_said: "Agent", note_added: "Notiz" },
};
