import type { rush as en } from "../en/rush.ts";

export const rush: typeof en = {
  lead: (level) => `Andrang, Stufe ${level}.`,
  stand_by: () => "Sie werden gebraucht: Viele warten, ab jetzt werden Sie gefragt.",
  agent: () => "Viele warten.",
  more: (count) =>
    count === 1
      ? "Alle können ein Gespräch mehr haben."
      : `Alle können ${count} Gespräche mehr haben.`,
  widened: "Gefragt wird, wer frei ist.",
  email: "Kunden wird eine Antwort per E-Mail oder ein Rückruf angeboten.",
  calledIn: (teams) => `Dazugeholt: ${teams}.`,
  over: "Der Andrang ist vorbei. Alles ist wie sonst.",
};
