import type { attachments as en } from "../en/attachments.ts";

export const attachments: typeof en = {
  attach: "Dateien anhängen",
  tray: "Angehängte Dateien",
  drop: "Dateien hier ablegen",
  uploading: (name) => `${name} wird hochgeladen`,
  ready: "Kann gesendet werden",
  remove: (name) => `${name} entfernen`,
  retry: (name) => `${name} noch einmal versuchen`,
  download: (name, size) => `${name} herunterladen (${size})`,
  stillUploading: "Dateien werden hochgeladen …",
  failed: "Nicht angenommen",
  failures: {
    too_large: "Größer als 10 MB",
    too_many: "Höchstens 5 Dateien in einer Nachricht",
    unsupported_file: "Nur Bilder, PDFs, Texte und Office-Dokumente",
    too_many_requests: "Gerade zu viele Dateien. Bitte warte ein wenig.",
    invalid: "Die Datei ist leer",
    no_answer: "Keine Verbindung",
  },
};
