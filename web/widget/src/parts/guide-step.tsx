/** A step of a guide: its tick, and on demand how to do it and why. */

import type { Guide, GuideStep, Language } from "@lotse/sdk";
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";
import { ReadButton } from "./article.tsx";

interface StepProps {
  readonly guide: Guide;
  readonly step: GuideStep;
  readonly open: boolean;
  readonly toggle: () => void;
  /** The next step comes into view. */
  readonly ticked: () => void;
}

export function Step({ guide, step, open, toggle, ticked }: StepProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const id = useId();
  const isNext = step.id === guide.next;
  const known = step.done_by === "platform";
  return (
    <li class={standing(step, isNext)} aria-current={isNext ? "step" : undefined}>
      <div class="guide-line">
        <label>
          <input
            type="checkbox"
            checked={step.done_by !== null}
            disabled={known}
            onChange={(event) => {
              ticked();
              void widget.tick(guide.slug, step.id, event.currentTarget.checked);
            }}
          />
          <span>{step.title}</span>
          {known && <span class="known">{texts.guideKnown}</span>}
        </label>
        <button type="button" class={open ? "more is-open" : "more"} aria-expanded={open} aria-controls={id} aria-label={texts.guideMore(step.title)} onClick={toggle}>
          <Icon name="down" />
        </button>
      </div>
      <div id={id} class="guide-detail" hidden={!open}>
        {open && <Detail step={step} language={guide.language} />}
      </div>
    </li>
  );
}

function standing(step: GuideStep, isNext: boolean): string {
  if (step.done_by !== null) return "guide-step is-done";
  return isNext ? "guide-step is-next" : "guide-step";
}

function Detail({ step, language }: { readonly step: GuideStep; readonly language: Language }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <>
      <p>{step.how}</p>
      <p class="why">
        <strong>{texts.guideWhy}</strong> {step.why}
      </p>
      <ReadButton article={{ ...step.article, language }} label={`${texts.openArticle}: ${step.article.title}`}>
        {step.article.title}
      </ReadButton>
    </>
  );
}
