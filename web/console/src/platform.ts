/** The browser, as the SDK sees it. */
import { webPlatform } from "@lotse/sdk";

export const platform = webPlatform();

/** JSON kept in this browser, or the fallback where nothing readable is kept. */
export function readJson<T>(key: string, fallback: T): T {
  try {
    const text = platform.storage.read(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** A full store is no reason to stop working: what cannot be kept lives as long as the page. */
export function writeJson(key: string, value: unknown): void {
  try {
    platform.storage.write(key, JSON.stringify(value));
  } catch {
    return;
  }
}
