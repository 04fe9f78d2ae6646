import type { playbooks as english } from "../en/playbooks.ts";

export const playbooks: typeof english = {
  title: "Ablaufpläne",
  start: "Ablaufplan beginnen …",
  begin: (title) => `„${title}“ beginnen`,
  since: (when, by) => `Seit ${when}, begonnen durch ${by}`,
  byRule: "Regel",
  ended: (when) => `beendet ${when}`,
  end: (title) => `„${title}“ beenden`,
  steps: "Schritte",
  call: (who, until) => `Anrufen: ${who}, bis ${until}.`,
  answered: (who) => `${who} hat geantwortet`,
  reached: (who) => `${who} hat geantwortet.`,
  nobodyAnswered: "Niemand aus der Kette hat geantwortet. Entscheiden Sie mit denen, die da sind.",
  copy: { de: "Auf Deutsch kopieren", en: "Auf Englisch kopieren" },
  copied: "Kopiert. Bitte vor dem Senden lesen.",
  moves: {
    started: (title, by) => `Ablaufplan „${title}“ begonnen${by === null ? " durch Regel" : ` von ${by}`}`,
    step_done: (item, by) => `${by ?? "Jemand"} hat abgehakt: ${item}`,
    step_undone: (item, by) => `${by ?? "Jemand"} hat zurückgenommen: ${item}`,
    contact_reached: (item, by) => `Erreicht: ${item}${by === null ? "" : ` (${by})`}`,
    contact_silent: (item) => `Keine Antwort in der Zeit: ${item}`,
    ended: (title, by) => `Ablaufplan „${title}“ beendet${by === null ? "" : ` von ${by}`}`,
  },
};
