/** Commands that are possible at any time. */
import { useCommand } from "../keyboard/registry.ts";
import { choose, settings } from "../settings/settings.ts";
import type { View } from "../wire.ts";
import { toggleSound } from "./AlertChoices.tsx";
import { currentRoute, go, VIEWS } from "./route.ts";

function show(view: View): void {
  go({ view, conversation: null });
}

function isDark(): boolean {
  const { theme } = settings.get();
  return theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function leaveField(): void {
  const focused = document.activeElement;
  const isField = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement;
  if (isField) focused.blur();
  else go({ ...currentRoute(), conversation: null });
}

/** Each view has a command of its name; the table of views never changes. */
function useViewCommands(): void {
  for (const view of VIEWS) {
    useCommand(view, () => {
      show(view);
    });
  }
}

export function useConsoleCommands(): void {
  useViewCommands();
  useCommand("back", leaveField);
  useCommand("theme", () => {
    choose({ theme: isDark() ? "light" : "dark" });
  });
  useCommand("language", () => {
    choose({ language: settings.get().language === "de" ? "en" : "de" });
  });
  useCommand("sound", toggleSound);
  useCommand("toneCheck", () => {
    choose({ toneCheck: !settings.get().toneCheck });
  });
}
