import type { ReactElement } from "react";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";

interface Props {
  readonly de: string;
  readonly en: string;
}

/** As customers see it: a bar above the chat, and the words before the next answer. */
export function Preview({ de, en }: Props): ReactElement {
  const { languages } = useWords().terms;
  const { notice } = useLeadsWords();
  const texts = [
    { lang: "de", text: de },
    { lang: "en", text: en },
  ] as const;
  return (
    <div className="previews">
      {texts.map(({ lang, text }) => (
        <figure key={lang} className="preview">
          <figcaption>{languages[lang]}</figcaption>
          <p className="preview-bar" lang={lang}>
            {text === "" ? notice.empty : text}
          </p>
          <p className="preview-answer" lang={lang}>
            {notice.answer[lang]}
          </p>
        </figure>
      ))}
    </div>
  );
}
