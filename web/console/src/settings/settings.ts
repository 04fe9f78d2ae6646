/** What an agent chose for this browser. */
import type { Language } from "@lotse/sdk";
import { readJson, writeJson } from "../platform.ts";
import { createStore, useStore } from "../store.ts";

export type Theme = "system" | "light" | "dark";

export interface Settings {
  language: Language;
  theme: Theme;
  sound: boolean;
  notifications: boolean;
  /** A second look at replies before they go. */
  toneCheck: boolean;
}

const KEY = "lotse.console.settings";

export function preferredLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === "de" || language === "en") return language;
  }
  return "en";
}

const defaults: Settings = {
  language: preferredLanguage(navigator.languages),
  theme: "system",
  sound: true,
  notifications: false,
  toneCheck: true,
};

export const settings = createStore<Settings>({ ...defaults, ...readJson<Partial<Settings>>(KEY, {}) });

function applied(chosen: Settings): void {
  const root = document.documentElement;
  root.lang = chosen.language;
  if (chosen.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = chosen.theme;
}

export function keepSettingsApplied(): void {
  applied(settings.get());
  settings.subscribe(() => {
    applied(settings.get());
    writeJson(KEY, settings.get());
  });
}

export function choose(change: Partial<Settings>): void {
  settings.set((before) => ({ ...before, ...change }));
}

export function useSettings(): Settings {
  return useStore(settings);
}
