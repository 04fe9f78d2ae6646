import type { LeadsWords } from "../words.ts";

export const notice: LeadsWords["notice"] = {
  lead: "Ein Krisenhinweis steht über jedem Chat und vor der nächsten Antwort des Assistenten, vom Veröffentlichen bis zu seinem Ende.",
  none: "Zurzeit wird nichts gesagt.",
  onlyLeads: "Geschrieben und zurückgenommen wird er von Leitenden.",
  inForce: "Wird gerade gesagt",
  by: (name, from, until) => `Veröffentlicht von ${name}, ${from}; endet ${until}.`,
  write: "Einen Hinweis schreiben",
  replace: "Stattdessen etwas anderes sagen",
  text: { de: "Auf Deutsch", en: "Auf Englisch" },
  ends: "Endet",
  inHours: (hours) => (hours === 1 ? "in einer Stunde" : `in ${hours} Stunden`),
  preview: "So sieht ihn die Kundschaft",
  empty: "…",
  answer: { de: "Hallo! Wie kann ich dir helfen?", en: "Hello! How can I help you?" },
  publish: "Veröffentlichen",
  published: "Der Hinweis ist veröffentlicht.",
  withdraw: "Zurücknehmen",
  withdrawMeans: "Er verschwindet sofort aus jedem Chat. Was der Assistent schon gesagt hat, bleibt in den Gesprächen.",
  withdrawn: "Der Hinweis ist zurückgenommen.",
  keep: "Behalten",
};
