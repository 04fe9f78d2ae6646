import type { LeadsWords } from "../words.ts";

export const hours: LeadsWords["hours"] = {
  lead: "Wann welches Team antwortet. Zusagen und die erwarteten Wartezeiten richten sich danach; an Feiertagen ist niemand da.",
  usual: "Übliche Zeiten",
  asUsual: "Wie üblich.",
  openUntil: (until) => `Offen bis ${until}`,
  opensAt: (at) => `Geschlossen; öffnet ${at}`,
  days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  closed: "geschlossen",
  zone: (zone, country) => `Ortszeit von ${zone}; Feiertage von ${country}`,
  holidays: (count) => `${count} Feiertage in den nächsten zwölf Monaten`,
  files: "Dateien",
  filesMean: "Zeiten und Verteilung stehen in Dateien, und die gelten: Geändert wird dort, nicht hier. Eine falsche Verteilungsdatei wird abgelehnt, die alte gilt weiter; die Zeiten werden beim Start gelesen.",
  check: "Dateien prüfen",
  right: "ist in Ordnung",
};
