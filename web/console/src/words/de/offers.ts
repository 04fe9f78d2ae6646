import type { offers as englishOffers, passing as englishPassing } from "../en/offers.ts";

export const offers: typeof englishOffers = {
  label: (name) => `Sie werden gefragt: ${name}`,
  announced: (name, what) => `Sie werden gefragt: ${name}, ${what}. Y übernimmt, D lehnt ab.`,
  notificationTitle: (name) => `Für Sie: ${name}`,
  left: (seconds) => `${seconds} s`,
  lasts: (seconds) => `Sie haben ${seconds} Sekunden.`,
  open: "Ansehen",
  decline: "Ablehnen",
  whyNot: "Warum nicht?",
  reasons: {
    busy: "Noch mit anderem beschäftigt",
    wrong_skill: "Nicht mein Gebiet",
    wrong_language: "Nicht meine Sprache",
    break: "Mache gleich Pause",
    other: "Anderer Grund",
  },
  more: (count) => (count === 1 ? "Ein weiteres wartet auf Ihre Antwort." : `${count} weitere warten auf Ihre Antwort.`),
  missed: "Ein Angebot ging an andere weiter, weil Sie nicht rechtzeitig geantwortet haben.",
};

export const passing: typeof englishPassing = {
  transfer: "Weitergeben",
  transferTitle: "An jemand anderen weitergeben",
  transferLead: "Die Person erfährt, dass jemand anders weitermacht. Eine Notiz bleibt beim Fall.",
  transferTo: "An wen",
  teams: "Teams",
  people: "Kolleginnen und Kollegen",
  absent: "nicht da",
  load: (load, capacity) => `${load} von ${capacity}`,
  snooze: "Zurückstellen",
  snoozeTitle: "Zurückstellen",
  snoozeLead: "Es gibt seinen Platz bei Ihnen frei und kommt von selbst wieder, zuerst zu Ihnen.",
  naps: {
    reply: "Bis die Person schreibt",
    hour: "Für eine Stunde",
    threeHours: "Für drei Stunden",
    tomorrow: "Bis morgen früh",
    monday: "Bis Montag früh",
    chosen: "Bis zu einem anderen Zeitpunkt",
  },
  untilReply: "Die Person sieht, dass ihr Fall bei uns bleibt.",
  until: (when) => `Bis ${when}. Das sieht auch die Person; eine Antwort bringt es früher zurück.`,
  follow: "Verfolgen",
  unfollow: "Nicht mehr verfolgen",
  takeOver: "Übernehmen",
};
