import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import { time } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { Rating } from "../wire.ts";

/** What the customer said of the whole, once it was over. */
export function RatingNote({ rating }: { readonly rating: Rating }): ReactElement {
  const { conversation } = useWords();
  const { language } = useSettings();
  const { csat, effort, comment, at } = rating;
  return (
    <section className="rating" aria-label={conversation.rating}>
      <p className="rating-marks">
        <strong>{conversation.csat(csat)}</strong>
        {effort !== null && <span>{conversation.effort(effort)}</span>}
        <time dateTime={at}>{time(at, language)}</time>
      </p>
      {comment !== null && (
        <p className="rating-comment" dir="auto">
          {comment}
        </p>
      )}
    </section>
  );
}
