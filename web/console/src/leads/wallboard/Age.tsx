import type { ReactElement } from "react";
import { useSettings } from "../../settings/settings.ts";
import { useNow } from "../../words/clock.ts";
import { elapsed } from "../../words/format.ts";

/** How long ago something began; it ticks. */
export function Age({ since }: { readonly since: string }): ReactElement {
  const { language } = useSettings();
  const now = useNow(1_000);
  return <time dateTime={since}>{elapsed((now - Date.parse(since)) / 1_000, language)}</time>;
}
