/** Tells the agent of news: by voice of the screen reader, by sound, by notification. */
import type { News } from "../live/news.ts";
import { settings } from "../settings/settings.ts";
import { createStore } from "../store.ts";
import type { Row } from "../wire.ts";
import { waits } from "../live/rows.ts";
import { term, type Words } from "../words/words.ts";
import { currentRoute, go } from "./route.ts";
import { chime } from "./sound.ts";

/** What the live region says. */
export const announcement = createStore("");

function nameOf(row: Row, { inbox }: Words): string {
  return row.customer.name ?? inbox.unknownCustomer;
}

export function matterOf(row: Row, { terms }: Words): string {
  return row.case_type === null ? terms.noIntent : term(terms.intents, row.case_type);
}

function notify(row: Row, title: string, body: string): void {
  if (!settings.get().notifications || document.visibilityState === "visible") return;
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const shown = new Notification(title, { body, tag: row.id });
  shown.onclick = () => {
    window.focus();
    go({ view: waits(row) ? "queue" : "mine", conversation: row.id });
    shown.close();
  };
}

/** Somebody whose conversation is open before the agent need not be announced. */
function isInView(row: Row): boolean {
  return document.visibilityState === "visible" && currentRoute().conversation === row.id;
}

export function announceNews({ arrived, stirred }: News, words: Words): void {
  const { inbox } = words;
  const [first] = arrived;
  if (first !== undefined) {
    const one = inbox.arrived(nameOf(first, words), matterOf(first, words));
    announcement.set(arrived.length === 1 ? one : inbox.arrivedMany(arrived.length));
    for (const row of arrived) notify(row, inbox.notificationTitle(nameOf(row, words)), matterOf(row, words));
    if (settings.get().sound) chime("arrival");
    return;
  }
  const unseen = stirred.filter((row) => !isInView(row));
  const [stirring] = unseen;
  if (stirring === undefined) return;
  announcement.set(inbox.wrote(nameOf(stirring, words)));
  for (const row of unseen) notify(row, inbox.wrote(nameOf(row, words)), row.preview);
  if (settings.get().sound) chime("word");
}

/** The agent is asked: nothing else is as urgent, so it sounds even where the page is in front. */
export function announceOffer(row: Row, words: Words): void {
  const what = words.offers.announced(nameOf(row, words), matterOf(row, words));
  announcement.set(what);
  notify(row, words.offers.notificationTitle(nameOf(row, words)), matterOf(row, words));
  if (settings.get().sound) chime("offer");
}
