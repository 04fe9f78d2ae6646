/** Buttons for whoever looks at the widget: what agents, time and bad luck would do. */

import type { Case, FakeLotse } from "../../sdk/tests/fake/lotse.ts";

type Control = (lotse: FakeLotse, talk: Case, said: string) => void;

const AGENT = { name: "Amira" };

const CONTROLS: Readonly<Record<string, Control>> = {
  accept: (lotse, talk) => { lotse.accept(talk, AGENT); },
  say: (lotse, talk, said) => { lotse.agentSays(talk, AGENT, said); },
  typing: (lotse, talk) => { lotse.push(talk, { type: "typing", who: "agent" }); },
  queue: (lotse, talk, said) => { lotse.queue(talk, { place: Number(said), expected_wait_s: 60 * Number(said), open: true, opens_at: null, offer_email: false }); },
  night: (lotse, talk) => {
    const opens_at = new Date(Date.now() + 8 * 3_600_000).toISOString();
    lotse.queue(talk, { place: 1, expected_wait_s: null, open: false, opens_at, offer_email: false });
  },
  vanish: (lotse, talk) => { lotse.append(talk, "agent_vanished", "system", { agent: AGENT }); },
  back: (lotse, talk) => { lotse.append(talk, "handed_back", "agent", { agent: AGENT }); },
  rule: (lotse, talk) => { lotse.askForPerson(talk, "rule", "anger"); },
  fail: (lotse, talk) => {
    const parts = [{ kind: "text", text: talk.conversation.language === "de" ? "Ich kann gerade nicht antworten." : "I cannot answer right now." }] as const;
    lotse.append(talk, "assistant_failed", "system", { in_reply_to: null, parts });
  },
  language: (lotse, talk, said) => { lotse.append(talk, "language_changed", "system", { language: said === "de" ? "de" : "en" }); },
  close: (lotse, talk) => { lotse.close(talk, "agent"); },
  cut: (lotse) => { for (const watcher of [...lotse.watchers]) watcher.cut(1012); },
  expire: (lotse) => {
    lotse.sessions.clear();
    for (const watcher of [...lotse.watchers]) watcher.cut(4401);
  },
};

/** Acts on the newest conversation; false when there is no such control or nobody to act on. */
export function control(lotse: FakeLotse, name: string, said: string): boolean {
  const talk = [...lotse.cases.values()].at(-1);
  const run = CONTROLS[name];
  if (talk === undefined || run === undefined) return false;
  run(lotse, talk, said);
  return true;
}
