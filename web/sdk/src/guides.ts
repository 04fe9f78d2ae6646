/** Guides as this customer follows them: loaded when first shown, kept up with ticks from anywhere. */

import type { CustomerApi } from "./customer-api.ts";
import type { Guide } from "./guide-wire.ts";
import type { Store } from "./state.ts";
import type { Thread } from "./thread.ts";
import type { Language } from "./wire.ts";

export interface GuidesOwner {
  call<T>(use: (token: string) => Promise<T>): Promise<T>;
  /** Says in the conversation that this guide is wanted. */
  begin(guide: Guide): void;
}

export class Guides {
  private readonly owner: GuidesOwner;
  private readonly api: CustomerApi;
  private readonly store: Store;
  /** Whatever an older question still brings is out of date. */
  private readonly asked = new Map<string, number>();
  private counted = 0;

  constructor(owner: GuidesOwner, api: CustomerApi, store: Store) {
    this.owner = owner;
    this.api = api;
    this.store = store;
  }

  /** Opens it in the chat, as soon as there is one; rejects when there is no such guide. */
  async follow(slug: string, language: Language): Promise<void> {
    await this.store.ready();
    this.owner.begin(await this.load(slug, language));
  }

  /** Rejects when it cannot be had; what is shown stays. */
  async load(slug: string, language: Language): Promise<Guide> {
    return this.latest(slug, () => this.owner.call((token) => this.api.guide(token, slug, language)));
  }

  /** Shown at once, and taken back if it was not taken. */
  async tick(slug: string, step: string, done: boolean): Promise<void> {
    const before = this.store.value.guides[slug];
    if (before === undefined) return;
    this.put(ticked(before, step, done));
    try {
      await this.latest(slug, () => this.owner.call((token) => this.api.tick(token, slug, step, done, before.language)));
    } catch (error) {
      this.put(before);
      throw error;
    }
  }

  /** Something was ticked somewhere. */
  changed(slug: string): void {
    const known = this.store.value.guides[slug];
    if (known !== undefined) this.load(slug, known.language).catch(() => undefined);
  }

  /** News may have been missed. */
  refresh(): void {
    for (const slug of Object.keys(this.store.value.guides)) this.changed(slug);
  }

  private async latest(slug: string, ask: () => Promise<Guide>): Promise<Guide> {
    this.counted += 1;
    const turn = this.counted;
    this.asked.set(slug, turn);
    const guide = await ask();
    if (this.asked.get(slug) === turn) this.put(guide);
    return guide;
  }

  private put(guide: Guide): void {
    this.store.set({ guides: { ...this.store.value.guides, [guide.slug]: guide } });
  }
}

/** As it will be once the server has taken it. */
function ticked(guide: Guide, id: string, done: boolean): Guide {
  const steps = guide.steps.map((step) => (step.id === id && step.done_by !== "platform" ? { ...step, done_by: done ? ("customer" as const) : null } : step));
  const open = steps.find((step) => step.done_by === null);
  return { ...guide, steps, done: steps.filter((step) => step.done_by !== null).length, next: open?.id ?? null };
}

/** Whether a guide stands in a conversation. */
export function shows({ entries }: Thread, guide: string): boolean {
  return entries.some((entry) => entry.kind === "said" && entry.parts.some((part) => part.kind === "guide" && part.guide.slug === guide));
}
