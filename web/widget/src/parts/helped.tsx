/** Whether an article helped, asked where the assistant does not ask itself. */

import { voteKey } from "@lotse/sdk";
import type { ShownArticle } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";

export function Helped({ article }: { readonly article: ShownArticle }): JSX.Element {
  const { widget, texts, language } = useSurroundings();
  const vote = widget.client.state.votes[voteKey(article)];
  const thumb = (helpful: boolean): JSX.Element => (
    <button
      type="button"
      class="thumb"
      aria-label={helpful ? texts.helpedYes : texts.helpedNo}
      aria-pressed={vote === helpful}
      onClick={() => void widget.vote(article, helpful)}
    >
      <Icon name={helpful ? "thumbUp" : "thumbDown"} />
    </button>
  );
  return (
    <div class="helped" role="group" aria-label={texts.helped} lang={language}>
      <span aria-hidden="true">{texts.helped}</span>
      {thumb(true)}
      {thumb(false)}
    </div>
  );
}
