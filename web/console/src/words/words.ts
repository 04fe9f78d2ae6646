/** All that the console says, in each of its languages. */
import type { Language } from "@lotse/sdk";
import { useSettings } from "../settings/settings.ts";
import { attachments as deAttachments } from "./de/attachments.ts";
import * as deCommands from "./de/commands.ts";
import * as deComposing from "./de/composing.ts";
import * as deConversation from "./de/conversation.ts";
import { bulk as deBulk } from "./de/bulk.ts";
import { file as deFile } from "./de/file.ts";
import { inbox as deInbox } from "./de/inbox.ts";
import * as deOffers from "./de/offers.ts";
import { packet as dePacket } from "./de/packet.ts";
import { playbooks as dePlaybooks } from "./de/playbooks.ts";
import { contact as deContact } from "./de/contact.ts";
import { rush as deRush } from "./de/rush.ts";
import { search as deSearch } from "./de/search.ts";
import { shell as deShell } from "./de/shell.ts";
import { terms as deTerms } from "./de/terms.ts";
import { attachments } from "./en/attachments.ts";
import * as enCommands from "./en/commands.ts";
import * as enComposing from "./en/composing.ts";
import * as enConversation from "./en/conversation.ts";
import { bulk } from "./en/bulk.ts";
import { file } from "./en/file.ts";
import { inbox } from "./en/inbox.ts";
import * as enOffers from "./en/offers.ts";
import { packet } from "./en/packet.ts";
import { playbooks } from "./en/playbooks.ts";
import { contact } from "./en/contact.ts";
import { rush } from "./en/rush.ts";
import { search } from "./en/search.ts";
import { shell } from "./en/shell.ts";
import { terms } from "./en/terms.ts";

const en = { bulk, file, attachments, search, shell, inbox, packet, playbooks, contact, rush, terms, ...enConversation, ...enCommands, ...enOffers, ...enComposing };
export type Words = typeof en;
const de: Words = {
  attachments: deAttachments,
  bulk: deBulk,
  file: deFile,
  search: deSearch,
  shell: deShell,
  contact: deContact,
  rush: deRush,
  inbox: deInbox,
  packet: dePacket,
  playbooks: dePlaybooks,
  terms: deTerms,
  ...deConversation,
  ...deCommands,
  ...deOffers,
  ...deComposing,
};

export const WORDS: Readonly<Record<Language, Words>> = { de, en };

export function useWords(): Words {
  return WORDS[useSettings().language];
}

/** A name of the wire that no table knows is still shown readably. */
export function humanised(name: string): string {
  const spaced = name.replaceAll("_", " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function term(table: Readonly<Record<string, string | undefined>>, name: string): string {
  return table[name] ?? humanised(name);
}
