/** Dasselbe auf Deutsch. */

import type { Texts } from "./en.ts";
import type { beside as english } from "./beside-en.ts";

export const beside: Pick<Texts, keyof typeof english> = {
  rating: "Wie war es?",
  ratingCsat: "Wie zufrieden bist du mit diesem Gespräch?",
  ratingCsatEnds: ["gar nicht", "sehr"],
  ratingEffort: "Wie leicht war es, dein Anliegen zu klären?",
  ratingEffortEnds: ["sehr schwer", "sehr leicht"],
  ratingComment: "Was war gut, was hat gefehlt? (freiwillig)",
  ratingSend: "Bewertung senden",
  ratingDecline: "Jetzt nicht",
  ratingThanks: "Danke! Deine Bewertung hilft uns, besser zu werden.",
  backToChat: "Zurück zum Chat",
  asPage: "Als Seite öffnen",
  articleFailed: "Der Artikel konnte nicht geladen werden. Du kannst ihn als Seite öffnen oder es später noch einmal versuchen.",
  related: "Verwandte Artikel",

  guide: "Anleitung",
  guideMinutes: (minutes) => `Anleitung · etwa ${minutes} Minuten`,
  guideDone: (done, total) => `${done} von ${total} erledigt`,
  guideAllDone: "Alles erledigt. Gut gemacht!",
  guideKnown: "Schon erledigt, wissen wir",
  guideMore: (step) => `Wie und warum: ${step}`,
  guideWhy: "Warum?",
};
