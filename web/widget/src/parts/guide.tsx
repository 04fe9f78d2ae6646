/** A guide: steps to tick, the next one open with its why and how; live, on whichever device it is ticked. */

import type { Guide, GuideCard } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";
import { Step } from "./guide-step.tsx";

export function GuidePart({ card }: { readonly card: GuideCard }): JSX.Element {
  const { texts } = useSurroundings();
  const guide = useGuide(card.slug);
  const { title, language } = guide ?? card;
  return (
    <article class="card guide" aria-label={`${texts.guide}: ${title}`} lang={language}>
      <Head card={card} guide={guide} />
      {guide === undefined ? <Titles card={card} /> : <Steps guide={guide} />}
    </article>
  );
}

/** How it stands now; until that is known, the card shows the steps as they stood when it was sent. */
function useGuide(slug: string): Guide | undefined {
  const { widget, language } = useSurroundings();
  const guide = widget.client.state.guides[slug];
  const wanted = guide?.language !== language;
  useEffect(() => {
    if (wanted) widget.client.guides.load(slug, language).catch(() => undefined);
  }, [widget, slug, language, wanted]);
  return guide;
}

function Head({ card, guide }: { readonly card: GuideCard; readonly guide: Guide | undefined }): JSX.Element {
  const { texts } = useSurroundings();
  const heading = useFocusWhenAsked(card.slug);
  const { title } = guide ?? card;
  const total = card.steps.length;
  const done = guide?.done ?? card.steps.filter((step) => step.done).length;
  return (
    <header>
      <p class="kind">
        <Icon name="check" />
        {guide === undefined ? texts.guide : texts.guideMinutes(guide.minutes)}
      </p>
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <progress max={total} value={done} aria-label={title} />
      <p class="count" role="status">
        {done === total ? texts.guideAllDone : texts.guideDone(done, total)}
      </p>
    </header>
  );
}

/** Whoever opens a guide from the page around finds themselves at it. */
function useFocusWhenAsked(slug: string): { current: HTMLHeadingElement | null } {
  const { widget } = useSurroundings();
  const heading = useRef<HTMLHeadingElement | null>(null);
  const asked = widget.shown.guide === slug;
  useEffect(() => {
    if (!asked) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "start" });
    widget.guideShown();
  }, [asked, widget]);
  return heading;
}

function Titles({ card }: { readonly card: GuideCard }): JSX.Element {
  return (
    <ol>
      {card.steps.map((step) => (
        <li key={step.id} class={step.done ? "guide-step is-done" : "guide-step"}>
          <label>
            <input type="checkbox" checked={step.done} disabled />
            <span>{step.title}</span>
          </label>
        </li>
      ))}
    </ol>
  );
}

function Steps({ guide }: { readonly guide: Guide }): JSX.Element {
  const [opened, setOpened] = useState<string | null>(null);
  const shown = opened ?? guide.next;
  return (
    <ol>
      {guide.steps.map((step) => (
        <Step
          key={step.id}
          guide={guide}
          step={step}
          open={step.id === shown}
          toggle={() => {
            setOpened(step.id === shown ? "" : step.id);
          }}
          ticked={() => {
            setOpened(null);
          }}
        />
      ))}
    </ol>
  );
}
