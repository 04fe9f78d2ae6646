/** The first page: lists the people of the demo. */

import { byId, element } from "./page.ts";
import { people } from "./people.ts";
import type { Agent, Person } from "./people.ts";

const LANGUAGES = { de: "German", en: "English" } as const;

function customerRow({ sub, name, kind, language }: Person): HTMLElement {
  const link = element("a", { href: `/demo/app?sub=${encodeURIComponent(sub)}` }, name);
  return element("li", {}, link, element("span", {}, `${kind}, ${LANGUAGES[language]}`));
}

function agentRow({ name, email, password }: Agent): HTMLElement {
  const login = element("span", {}, element("code", {}, email), " · ", element("code", {}, password));
  return element("li", {}, element("strong", {}, name), login);
}

people().then(
  ({ people: customers, agents }) => {
    byId("customers").replaceChildren(...customers.map(customerRow));
    byId("agents").replaceChildren(...agents.map(agentRow));
  },
  () => {
    byId("people-failed").hidden = false;
  },
);
