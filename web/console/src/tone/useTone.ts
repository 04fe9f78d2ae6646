/** A second look at what is being written, once the typing pauses; switched off for good by choice. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { composing } from "../api/composing.ts";
import { keys } from "../api/keys.ts";
import { useSettled } from "../composer/useSettled.ts";
import type { Detail } from "../conversation/detail.ts";
import { useSettings } from "../settings/settings.ts";
import { isFirstReply, type ToneFinding, unsettled } from "./tone.ts";

const NONE: readonly ToneFinding[] = [];
const PAUSE_MS = 700;

interface Written {
  readonly conversation: string;
  readonly text: string;
  readonly language: "de" | "en";
  readonly isReply: boolean;
  readonly ignored: readonly string[];
}

export function useTone({ conversation, text, language, isReply, ignored }: Written): readonly ToneFinding[] {
  const { toneCheck } = useSettings();
  const cache = useQueryClient();
  const settled = useSettled(text, PAUSE_MS);
  const first = isFirstReply(cache.getQueryData<Detail>(keys.detail(conversation))?.log.events ?? []);
  const enabled = toneCheck && isReply && settled.trim() !== "" && settled === text;
  const { data } = useQuery({
    queryKey: keys.tone(language, first, settled),
    queryFn: () => composing.tone(settled, language, first),
    enabled,
    gcTime: 60_000,
    retry: false,
  });
  return enabled ? unsettled(data ?? NONE, ignored) : NONE;
}
