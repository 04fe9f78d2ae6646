import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { inLanguage } from "../packet/phrases.ts";
import { useSettings } from "../settings/settings.ts";
import { say } from "../shell/notices.ts";
import { useWords } from "../words/words.ts";
import type { Playbook } from "./playbook.ts";

/** Filled in for the case; to be read, changed and sent by a person, never by itself. */
export function PreparedMessages({ messages }: Pick<Playbook, "messages">): ReactElement {
  const { playbooks: words } = useWords();
  const { language } = useSettings();
  return (
    <>
      {messages.map(({ id, title, text }) => (
        <details key={id} className="playbook-message">
          <summary>{inLanguage(title, language)}</summary>
          {(["de", "en"] as const).map((spoken) => (
            <div key={spoken} lang={spoken}>
              <p>{inLanguage(text, spoken)}</p>
              <Button
                look="quiet"
                onPress={() => {
                  void navigator.clipboard.writeText(inLanguage(text, spoken)).then(() => {
                    say(words.copied);
                  });
                }}
              >
                {words.copy[spoken]}
              </Button>
            </div>
          ))}
        </details>
      ))}
    </>
  );
}
