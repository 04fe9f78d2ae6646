/** The chat proper, loaded by `widget.js`. */

import type { Config } from "./config.ts";
import { LotseChat, TAG } from "./element.ts";
import type { HostApi } from "./host-api.ts";
import { followViewport } from "./viewport.ts";
import { Widget } from "./widget.ts";

export async function start(config: Config): Promise<HostApi> {
  await parsed();
  const place = config.target === undefined ? document.body : document.querySelector(config.target);
  if (place === null) throw new Error(`There is no element ${String(config.target)} on this page (data-target).`);
  if (customElements.get(TAG) === undefined) customElements.define(TAG, LotseChat);
  const element = new LotseChat();
  const widget = new Widget(config);
  element.show(widget);
  place.append(element);
  if (config.target === undefined) followViewport(element);
  // After the page's own calls that waited for this moment: it may sign its customer in.
  setTimeout(() => {
    widget.begin();
  });
  return widget;
}

/** The script is async and may be here before the element it is to fill. */
async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}
