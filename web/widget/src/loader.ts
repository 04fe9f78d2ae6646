/** `widget.js`: the classic script of the one tag. It stays tiny and fetches the chat beside it. */

import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { later } from "./host-api.ts";
import type { HostApi } from "./host-api.ts";

/** Put in by the build: the chat's file, relative to this script. */
declare const CHAT_FILE: string;

interface ChatModule {
  readonly start: (config: Config) => Promise<HostApi>;
}

const script = document.currentScript;

function begin(tag: HTMLScriptElement): void {
  // An absolute address: a script of another origin has no base to resolve against.
  const address = new URL(CHAT_FILE, tag.src).href;
  const config = readConfig(tag);
  const loaded = (import(/* @vite-ignore */ address) as Promise<ChatModule>).then((chat) => chat.start(config));
  loaded.then(
    () => {
      window.dispatchEvent(new Event("lotse:ready"));
    },
    (error: unknown) => {
      console.error("Lotse could not start.", error);
    },
  );
  window.Lotse = later(loaded);
}

if (window.Lotse !== undefined) console.error("Lotse is on this page already; the second script tag is ignored.");
else if (script instanceof HTMLScriptElement && script.src !== "") begin(script);
else console.error("Lotse has to be loaded by a plain script tag with a src, not as a module.");
