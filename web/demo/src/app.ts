/** The freelancer's app: whoever is chosen is signed in, also in the chat. */

import { placeOf } from "./area.ts";
import { TEXTS } from "./app-texts.ts";
import type { AppTexts } from "./app-texts.ts";
import { fortuneOf, money, sums } from "./money.ts";
import { byId, element } from "./page.ts";
import { payoutsOf, people, tokenOf } from "./people.ts";
import type { Payout, Person } from "./people.ts";

interface Chat {
  signIn(source: () => Promise<string>): void;
  setLanguage(language: "de" | "en"): void;
  guide(topic: string): void;
}

declare global {
  interface Window {
    Lotse?: Chat;
  }
}

/** The widget's script is async: it may be here already, or still come. */
async function chat(): Promise<Chat> {
  if (window.Lotse === undefined) {
    await new Promise((resolve) => {
      window.addEventListener("lotse:ready", resolve, { once: true });
    });
  }
  if (window.Lotse === undefined) throw new Error("The chat did not load.");
  return window.Lotse;
}

function showTexts(texts: AppTexts, { name, language }: Person): void {
  document.documentElement.lang = language;
  byId("greeting").textContent = texts.hello(name.split(" ")[0] ?? name);
  for (const labelled of document.querySelectorAll<HTMLElement>("[data-text]")) {
    const text = texts[labelled.dataset["text"] as keyof AppTexts];
    if (typeof text === "string") labelled.textContent = text;
  }
}

/** The part of the app that a button of the assistant has opened. */
function showArea(texts: AppTexts): void {
  const place = placeOf(location.pathname);
  byId("area").hidden = place === null;
  if (place === null) return;
  byId("area-title").textContent = [texts.areas[place.area], place.name].filter((it) => it !== null).join(" ");
  byId("area-about").textContent = texts.areaAbout;
}

const TAGS = { onTheWay: "tag", attention: "tag is-trouble", arrived: "tag is-done" } as const;

function payoutRow(texts: AppTexts, { language }: Person, payout: Payout): HTMLElement {
  const fortune = fortuneOf(payout);
  const tag = element("span", { class: fortune === null ? "tag" : TAGS[fortune] }, texts.states[payout.state] ?? payout.state);
  const amount = money(language, Number(payout.amount), payout.currency);
  return element("tr", {}, element("td", {}, payout.reference), element("td", {}, tag), element("td", { class: "number" }, amount));
}

function showPayouts(texts: AppTexts, person: Person, payouts: readonly Payout[]): void {
  const rows = payouts.map((payout) => payoutRow(texts, person, payout));
  byId("payouts").querySelector("tbody")?.replaceChildren(...rows);
  byId("payouts").hidden = rows.length === 0;
  byId("none").hidden = rows.length > 0;
  const cards = sums(payouts).map(({ fortune, currency, amount }) =>
    element("div", { class: "sum" }, element("p", {}, texts[fortune]), element("strong", {}, money(person.language, amount, currency))),
  );
  byId("sums").replaceChildren(...cards);
}

/** A page of the app opened in another tab is for whoever is signed in here. */
const SIGNED_IN = "werkbank-signed-in";

let chosen: string | null = null;

async function choose(person: Person): Promise<void> {
  chosen = person.sub;
  const texts = TEXTS[person.language];
  showTexts(texts, person);
  showArea(texts);
  localStorage.setItem(SIGNED_IN, person.sub);
  showPayouts(texts, person, []);
  history.replaceState(null, "", `?sub=${encodeURIComponent(person.sub)}`);
  const payouts = await payoutsOf(person.sub);
  if (chosen !== person.sub) return;
  showPayouts(texts, person, payouts);
  const lotse = await chat();
  lotse.setLanguage(person.language);
  lotse.signIn(() => tokenOf(person.sub));
}

function showTab(help: boolean): void {
  byId("work").classList.toggle("shows-help", help);
  byId("tab-help").setAttribute("aria-pressed", String(help));
  byId("tab-money").setAttribute("aria-pressed", String(!help));
}

async function begin(): Promise<void> {
  byId("tab-help").addEventListener("click", () => {
    showTab(true);
  });
  byId("tab-money").addEventListener("click", () => {
    showTab(false);
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-guide]")) {
    button.addEventListener("click", () => {
      showTab(true);
      void chat().then((lotse) => {
        lotse.guide(button.dataset["guide"] ?? "");
      });
    });
  }
  const { people: all } = await people();
  const select = byId("person") as HTMLSelectElement;
  select.replaceChildren(...all.map(({ sub, name }) => element("option", { value: sub }, name)));
  const wanted = new URLSearchParams(location.search).get("sub") ?? (placeOf(location.pathname) && localStorage.getItem(SIGNED_IN));
  const first = all.find(({ sub }) => sub === wanted) ?? all[0];
  if (first === undefined) return;
  select.value = first.sub;
  select.addEventListener("change", () => {
    const person = all.find(({ sub }) => sub === select.value);
    if (person !== undefined) void choose(person);
  });
  await choose(first);
}

await begin();
