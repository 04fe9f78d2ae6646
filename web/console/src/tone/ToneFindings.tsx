import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { inLanguage } from "../packet/phrases.ts";
import { choose, useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import { nameOf, type ToneFinding } from "./tone.ts";

interface Props {
  readonly findings: readonly ToneFinding[];
  readonly onIgnore: (name: string) => void;
  readonly onShow: (finding: ToneFinding) => void;
}

/** What is worth a second look, each explained; nothing of it keeps anybody from sending. */
export function ToneFindings({ findings, onIgnore, onShow }: Props): ReactElement | null {
  const { tone } = useWords();
  const { language } = useSettings();
  if (findings.length === 0) return null;
  return (
    <section className="tone" aria-label={tone.label}>
      <ul role="status">
        {findings.map((finding) => (
          <li key={`${nameOf(finding)} ${String(finding.start)}`} data-kind={finding.kind}>
            <p>
              <strong>{tone.kinds[finding.kind]}</strong>
              {finding.quote !== "" && <q>{finding.quote}</q>}
              <span>{inLanguage(finding.explanation, language)}</span>
              <span className="tone-hint">{tone.instead(finding.hint)}</span>
            </p>
            {finding.quote !== "" && (
              <Button
                look="quiet"
                onPress={() => {
                  onShow(finding);
                }}
              >
                {tone.show}
              </Button>
            )}
            <Button
              look="quiet"
              onPress={() => {
                onIgnore(nameOf(finding));
              }}
            >
              {tone.ignore}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        onPress={() => {
          choose({ toneCheck: false });
        }}
      >
        {tone.off}
      </Button>
    </section>
  );
}
