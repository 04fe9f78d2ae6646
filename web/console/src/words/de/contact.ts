import type { contact as en } from "../en/contact.ts";
import { moment } from "../format.ts";

export const contact: typeof en = {
  emailLeft: (address) => `E-Mail-Adresse hinterlassen: ${address}`,
  callBackWanted: (at, phone) => `Rückruf gewünscht: ${moment(at, "de")}, ${phone}`,
  email: (address) => `Antworten in Abwesenheit gehen an ${address}`,
  callBack: (at, phone) => `Anrufen ${phone}: ${moment(at, "de")}`,
};
