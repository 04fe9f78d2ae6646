/** A widget in a page, with a Lotse in memory behind it. */

import { Client } from "@lotse/sdk";
import type { Case, Script } from "../../sdk/tests/fake/lotse.ts";
import { Device, World, settled } from "../../sdk/tests/fake/world.ts";
import type { Config } from "../src/config.ts";
import { LotseChat, TAG } from "../src/element.ts";
// The panel is loaded on demand; here it is at hand from the beginning.
import "../src/panel.tsx";
import { Widget } from "../src/widget.ts";

const CONFIG: Config = { origin: "https://lotse.test", servers: [], channel: "web", language: "en", target: undefined, titled: true };

export class Stage {
  readonly world: World;
  readonly device: Device;
  readonly widget: Widget;
  readonly element: LotseChat;

  constructor(config: Partial<Config> = {}, script?: Script) {
    this.world = new World(script);
    this.device = new Device(this.world);
    const whole = { ...CONFIG, ...config };
    const settings = { origin: whole.origin, channel: whole.channel, language: null, pageUrl: null };
    this.widget = new Widget(whole, new Client(settings, this.device.platform));
    if (customElements.get(TAG) === undefined) customElements.define(TAG, LotseChat);
    this.element = new LotseChat();
    document.body.replaceChildren(this.element);
    this.element.show(this.widget);
    this.widget.begin();
  }

  /** Time enough for the panel to load, the server to answer and the page to be drawn. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      await this.world.clock.advance(0);
      await new Promise((resolve) => setTimeout(resolve, 6));
      await settled();
    }
  }

  get talk(): Case {
    const talk = [...this.world.lotse.cases.values()].at(-1);
    if (talk === undefined) throw new Error("no conversation");
    return talk;
  }

  all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (found === undefined) throw new Error(`There is no ${selector}.`);
    return found;
  }

  text(selector: string): string {
    return this.all(selector).map((found) => found.textContent).join(" | ");
  }

  async click(selector: string): Promise<void> {
    this.one(selector).click();
    await this.rest();
  }

  async write(words: string): Promise<void> {
    const field = this.one("textarea") as HTMLTextAreaElement;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await this.rest();
  }

  async press(key: string, more: KeyboardEventInit = {}): Promise<void> {
    this.one("textarea").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...more }));
    await this.rest();
  }
}
