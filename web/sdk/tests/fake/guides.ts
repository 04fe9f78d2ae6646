/** A guide in memory: two customers' devices may tick it. The middle step is known to be done. */

import type { Guide, GuideCard, GuideStep, Language } from "../../src/index.ts";
import type { FakeLotse } from "./lotse.ts";

const STEPS = ["one", "two", "three"] as const;
export const SLUG = "move-in";

export const CARD: GuideCard = {
  slug: SLUG,
  language: "en",
  title: "Moving in",
  steps: STEPS.map((id) => ({ id, title: `Step ${id}`, done: id === "two" })),
};

export class FakeGuides {
  private readonly lotse: FakeLotse;
  private readonly ticks = new Set<string>();

  constructor(lotse: FakeLotse) {
    this.lotse = lotse;
  }

  /** Null when there is no such guide or step. */
  answer(method: string, path: string, language: Language, customer: string, done: boolean): Guide | null {
    const [, slug = "", step = ""] = /^\/v1\/guides\/([^/]+)(?:\/steps\/([^/]+))?$/.exec(path) ?? [];
    if (slug !== SLUG || (method === "PUT" && !STEPS.some((id) => id === step))) return null;
    if (method === "PUT") this.tick(customer, step, done);
    return this.guide(customer, language);
  }

  tick(customer: string, step: string, done: boolean): void {
    if (done) this.ticks.add(`${customer} ${step}`);
    else this.ticks.delete(`${customer} ${step}`);
    for (const talk of this.lotse.of(customer)) this.lotse.push(talk, { type: "guide", guide: SLUG });
  }

  private guide(customer: string, language: Language): Guide {
    const steps = STEPS.map((id): GuideStep => {
      const ticked = this.ticks.has(`${customer} ${id}`) ? "customer" : null;
      const article = { slug: id, title: `All about ${id}`, url: `/help/${language}/${id}` };
      return { id, title: `Step ${id}`, why: `Because of ${id}.`, how: `Do ${id}.`, article, done_by: id === "two" ? "platform" : ticked, done_at: null };
    });
    const open = steps.filter((step) => step.done_by === null);
    const title = language === "de" ? "Einzug" : "Moving in";
    return { slug: SLUG, language, title, lead: "How to.", audience: "both", minutes: 5, steps, done: 3 - open.length, total: 3, next: open[0]?.id ?? null };
  }
}
