/** How it was, asked below a conversation that is over: two scales and a free word. */

import { ratable } from "@lotse/sdk";
import type { Thread } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Scale } from "./scale.tsx";

const COMMENT_LIMIT = 1000;

export function RatingCard({ thread }: { readonly thread: Thread }): JSX.Element | null {
  const { widget, texts } = useSurroundings();
  const { id } = thread.conversation;
  const state = widget.client.state.ratings[id];
  const wanted = ratable(thread);
  useEffect(() => {
    if (wanted) void widget.client.ratings.look(id);
  }, [widget, id, wanted]);
  if (!wanted || state === undefined || state === "declined") return null;
  return (
    <section class="card rating" aria-label={texts.rating}>
      {state === "asked" && <Form conversation={id} />}
      <p class="thanks" role="status">
        {state === "given" && (
          <>
            <Icon name="check" />
            {texts.ratingThanks}
          </>
        )}
      </p>
    </section>
  );
}

function Form({ conversation }: { readonly conversation: string }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [csat, setCsat] = useState<number | null>(null);
  const [effort, setEffort] = useState<number | null>(null);
  const [comment, setComment] = useState("");
  const send = (): void => {
    if (csat !== null) void widget.rate(conversation, { csat, effort, comment: comment.trim() || null });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Scale question={texts.ratingCsat} most={5} ends={texts.ratingCsatEnds} chosen={csat} choose={setCsat} />
      {csat !== null && (
        <>
          <Scale question={texts.ratingEffort} most={7} ends={texts.ratingEffortEnds} chosen={effort} choose={setEffort} />
          <label>
            {texts.ratingComment}
            <textarea
              rows={2}
              dir="auto"
              maxLength={COMMENT_LIMIT}
              value={comment}
              onInput={(event) => {
                setComment(event.currentTarget.value);
              }}
            />
          </label>
        </>
      )}
      <div class="deeds">
        {csat !== null && (
          <button type="submit" class="pill is-strong">
            {texts.ratingSend}
          </button>
        )}
        <button
          type="button"
          class="pill"
          onClick={() => {
            widget.client.ratings.decline(conversation);
          }}
        >
          {texts.ratingDecline}
        </button>
      </div>
    </form>
  );
}
