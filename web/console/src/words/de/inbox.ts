import type { inbox as english } from "../en/inbox.ts";

export const inbox: typeof english = {
  label: "Gespräche",
  unknownCustomer: "Besucher",
  verified: "Von der Plattform bestätigt",
  unverified: "Nicht angemeldet",
  waiting: "Wartet",
  justNow: "jetzt",
  unread: "neue Nachrichten",
  owner: (name) => `bei ${name}`,
  you: "Ihnen",
  asks: (name) => `fragt ${name}`,
  until: (when) => `bis ${when}`,
  untilReply: "bis zur Antwort",
  overdue: "überfällig",
  dueIn: (left) => `fällig in ${left}`,
  withAssistant: "beim Assistenten",
  noPreview: "Noch nichts gesagt",
  priority: { security: "Sicherheit", stuck: "Geld hängt", rest: "Allgemein" },
  urgency: { low: "Gering", normal: "Normal", high: "Dringend", critical: "Kritisch" },
  empty: {
    queue: "Niemand wartet.",
    queueHint: "Neue Gespräche erscheinen hier von selbst, auf Wunsch mit einem Ton.",
    mine: "Sie haben kein offenes Gespräch.",
    mineHint: "Übernehmen Sie eines aus der Warteschlange.",
    followed: "Sie verfolgen kein Gespräch.",
    bot: "Der Assistent spricht gerade mit niemandem.",
    closed: "Noch kein Gespräch ist beendet.",
    all: "Noch kein Gespräch.",
  },
  more: "Mehr laden",
  arrived: (name, what) => `Neu in der Warteschlange: ${name}, ${what}`,
  arrivedMany: (count) => `${count} neue Gespräche in der Warteschlange`,
  wrote: (name) => `${name} hat Ihnen geschrieben`,
  notificationTitle: (name) => `${name} wartet`,
  pick: "Wählen Sie ein Gespräch",
  pickHint: (count) =>
    count === 0
      ? "Niemand wartet. Zeit für einen Schluck Wasser."
      : count === 1
        ? "Eine Person wartet. Eingabe öffnet, A übernimmt."
        : `${count} Personen warten. Die dringendste steht oben; Eingabe öffnet, A übernimmt.`,
};
