import { moment } from "../format.ts";

export const contact = {
  emailLeft: (address: string) => `The customer left an e-mail address: ${address}`,
  callBackWanted: (at: string, phone: string) => `The customer wants to be called: ${moment(at, "en")}, ${phone}`,
  email: (address: string) => `Answers while away go to ${address}`,
  callBack: (at: string, phone: string) => `Call ${phone}: ${moment(at, "en")}`,
};
