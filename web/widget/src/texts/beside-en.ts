/** What the widget says in English beside talking: ratings, articles to read, guides. */

export const beside = {
  rating: "How was it?",
  ratingCsat: "How satisfied are you with this conversation?",
  ratingCsatEnds: ["not at all", "very"],
  ratingEffort: "How easy was it to get your matter settled?",
  ratingEffortEnds: ["very hard", "very easy"],
  ratingComment: "What was good, what was missing? (optional)",
  ratingSend: "Send rating",
  ratingDecline: "Not now",
  ratingThanks: "Thank you! Your rating helps us to get better.",
  backToChat: "Back to the chat",
  asPage: "Open as a page",
  articleFailed: "The article could not be loaded. You can open it as a page, or try again later.",
  related: "Related articles",

  guide: "Guide",
  guideMinutes: (minutes: number) => `Guide · about ${minutes} minutes`,
  guideDone: (done: number, total: number) => `${done} of ${total} done`,
  guideAllDone: "All done. Well done!",
  guideKnown: "Done already, we know",
  guideMore: (step: string) => `How and why: ${step}`,
  guideWhy: "Why?",
};
