/** `<lotse-chat>`: keeps the chat's markup and styles apart from the page's. */

import { h, render } from "preact";

import { App } from "./app.tsx";
import base from "./styles/base.css?inline";
import launcher from "./styles/launcher.css?inline";
import type { Widget } from "./widget.ts";

export const TAG = "lotse-chat";

export class LotseChat extends HTMLElement {
  private widget: Widget | null = null;
  private readonly root = this.attachShadow({ mode: "open" });

  /** Constructed sheets are allowed under a strict content security policy; style tags are not. */
  readonly adopt = (css: string): void => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets.push(sheet);
  };

  show(widget: Widget): void {
    this.widget = widget;
    this.adopt(base);
    this.adopt(launcher);
    this.classList.toggle("inline", widget.shown.inline);
    let waiting = false;
    widget.subscribe(() => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        this.draw();
      });
    });
    this.draw();
  }

  private draw(): void {
    if (this.widget !== null) render(h(App, { widget: this.widget, adopt: this.adopt }), this.root);
  }
}
