import type { LeadsWords } from "../words.ts";

export const changes: LeadsWords["changes"] = {
  lead: "Was Leitende und Admins geändert haben, Neuestes zuerst. Hier kommt nur etwas hinzu.",
  none: "Noch wurde nichts geändert.",
  kinds: {
    agent_added: (name) => `hat ${name} aufgenommen`,
    agent_changed: (name) => `hat ${name} geändert`,
    agent_disabled: (name) => `hat ${name} gesperrt`,
    agent_enabled: (name) => `hat ${name} entsperrt`,
    password_renewed: (name) => `hat das Passwort von ${name} erneuert`,
    notice_published: () => "hat einen Krisenhinweis veröffentlicht",
    notice_withdrawn: () => "hat den Krisenhinweis zurückgenommen",
  },
  fields: {
    name: "Name",
    email: "E-Mail",
    role: "Rolle",
    languages: "Sprachen",
    skills: "Fähigkeiten",
    levels: "Stufen",
    teams: "Teams",
    capacity: "Zugleich",
    channel_capacity: "Zugleich je Kanal",
    de: "Deutsch",
    en: "Englisch",
    ends_at: "Endet",
  },
};
