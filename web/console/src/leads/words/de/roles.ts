import type { LeadsWords } from "../words.ts";

export const roles: LeadsWords["roles"] = {
  lead: "Alle haben genau eine Rolle. Keine schließt eine andere ein: Was eine Rolle darf, steht hier vollständig.",
  names: { agent: "Beratung", lead: "Leitung", admin: "Admin", auditor: "Revision" },
  means: {
    agent: "Beantwortet Anfragen.",
    lead: "Beantwortet Anfragen und steht dafür ein, wie das Team arbeitet.",
    admin: "Sagt, wer zum Team gehört; beantwortet keine Anfragen.",
    auditor: "Sieht alles und ändert nichts.",
  },
  may: {
    agent: [
      "Bekommt Gespräche angeboten, nimmt an, antwortet, gibt weiter, stellt zurück und schließt",
      "Schreibt Notizen, verfolgt Fälle, arbeitet Ablaufpläne ab",
      "Sieht Unkenntliches im Original, festgehalten mit Zweck",
    ],
    lead: [
      "Alles, was die Beratung darf",
      "Zieht Gespräche an sich",
      "Sieht das Wallboard und probiert die Verteilung aus",
      "Veröffentlicht den Krisenhinweis und nimmt ihn zurück",
      "Legt fest, was jemand kann: Fähigkeiten, Stufen, Sprachen, Teams, Plätze",
      "Sieht, welche Artikel helfen und was geändert wurde",
    ],
    admin: [
      "Nimmt Menschen auf, vergibt Rollen, erneuert Passwörter, sperrt",
      "Sieht das Wallboard und probiert die Verteilung aus",
      "Sieht Zeiten, Artikel und was geändert wurde",
      "Liest Gespräche; bekommt nie eines angeboten",
    ],
    auditor: ["Liest Gespräche, Wallboard, Team, Zeiten und was geändert wurde", "Bekommt nie ein Gespräch angeboten und schreibt nichts"],
  },
};
