import type { commands as englishCommands, refusals as englishRefusals } from "../en/commands.ts";

export const commands: typeof englishCommands = {
  bar: "Befehle",
  barHint: "Was möchten Sie tun?",
  barNothing: "Kein Befehl dieses Namens",
  sheet: "Tastenkürzel",
  sheetHint: "Solange Sie in einem Feld schreiben, ruhen die Kürzel.",
  close: "Schließen",
  groups: { views: "Ansichten", list: "Liste", conversation: "Gespräch", offer: "Angebot", console: "Arbeitsplatz" },
  names: {
    queue: "Wartende zeigen",
    mine: "Meine Gespräche zeigen",
    followed: "Verfolgte Gespräche zeigen",
    bot: "Gespräche des Assistenten zeigen",
    closed: "Beendete Gespräche zeigen",
    all: "Alle Gespräche zeigen",
    next: "Nächstes Gespräch",
    previous: "Voriges Gespräch",
    open: "Gespräch öffnen",
    accept: "Gespräch übernehmen",
    reply: "Antwort schreiben",
    note: "Interne Notiz schreiben",
    fold: "Übergabe ein- oder ausklappen",
    transfer: "Weitergeben",
    snooze: "Zurückstellen",
    follow: "Verfolgen oder nicht mehr",
    takeOver: "Von jemandem übernehmen",
    handBack: "An den Assistenten zurückgeben",
    close: "Gespräch beenden",
    offerAccept: "Angebotenes übernehmen",
    offerDecline: "Angebotenes ablehnen",
    offerOpen: "Angebotenes ansehen",
    back: "Zurück zur Liste",
    send: "Senden",
    status: "Zwischen bereit und Pause wechseln",
    theme: "Zwischen hell und dunkel wechseln",
    language: "Switch to English",
    sound: "Ton ein- oder ausschalten",
    shortcuts: "Tastenkürzel zeigen",
    bar: "Befehle öffnen",
    logout: "Abmelden",
  },
};

export const refusals: typeof englishRefusals = {
  unreachable: "Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  server: "Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.",
  bad_credentials: "E-Mail-Adresse oder Passwort ist falsch.",
  not_signed_in: "Ihre Sitzung ist beendet. Melden Sie sich wieder an.",
  too_many_requests: (seconds) =>
    seconds === null
      ? "Zu viele Versuche. Warten Sie einen Moment."
      : `Zu viele Versuche. In ${seconds} Sekunden geht es wieder.`,
  already_claimed: (name) =>
    name === null ? "Jemand anders war schneller und hat übernommen." : `${name} war schneller und hat übernommen.`,
  at_capacity: (capacity) =>
    `Sie haben so viele Gespräche, wie zugleich erlaubt sind (${capacity}). Beenden Sie zuerst eines oder geben Sie eines zurück.`,
  stale_epoch: "Das Gespräch hat inzwischen gewechselt. Sehen Sie den jetzigen Stand an, bevor Sie weitermachen.",
  not_owner: "Dieses Gespräch gehört Ihnen nicht mehr.",
  not_allowed_now: "Das geht im jetzigen Zustand des Gesprächs nicht.",
  not_there: "Gerade nimmt diese Person keine Gespräche an. Wählen Sie jemand anderen.",
  message_id_reused: "Diese Nachricht wurde schon mit anderem Text gesendet.",
  not_found: "Dieses Gespräch gibt es nicht oder nicht mehr.",
  forbidden: "Ihre Rolle erlaubt das nicht.",
  too_long: "Der Text ist zu lang.",
  other: (code) => `Das wurde abgelehnt (${code}).`,
};
