import type { LeadsWords } from "../words.ts";

export const articles: LeadsWords["articles"] = {
  lead: "Stimmen aus Chats und von den Hilfeseiten. Die am wenigsten helfen, stehen oben, beurteilt nach dem Besten, was ihre Stimmen noch zulassen: Ein einziges „Nein“ macht keinen Artikel zum schlechtesten.",
  period: "Zeitraum",
  days: (days) => (days === 365 ? "ein Jahr" : `${days} Tage`),
  none: "In diesem Zeitraum wurde nichts gezeigt oder bewertet.",
  table: "Artikel, die am wenigsten hilfreichen zuerst",
  article: "Artikel",
  language: "Sprache",
  shown: "In Chats gezeigt",
  helpful: "Half",
  notHelpful: "Half nicht",
  share: "Half, von allen Stimmen",
  noVotes: "keine Stimmen",
  interval: (low, high) => `wohl ${low} bis ${high}`,
};
