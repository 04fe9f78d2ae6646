/** The open chat. Loaded when it is first wanted. */

import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";

import { Banner } from "./banner.tsx";
import { Composer } from "./composer.tsx";
import { useSurroundings } from "./context.ts";
import { DropZone } from "./drop.tsx";
import { Header } from "./header.tsx";
import { keepFocusInside } from "./keyboard.ts";
import { Over } from "./over.tsx";
import cardsCss from "./styles/cards.css?inline";
import attachmentCss from "./styles/attachment.css?inline";
import composerCss from "./styles/composer.css?inline";
import guideCss from "./styles/guide.css?inline";
import headerCss from "./styles/header.css?inline";
import linksCss from "./styles/links.css?inline";
import messageCss from "./styles/message.css?inline";
import panelCss from "./styles/panel.css?inline";
import payoutCss from "./styles/payout.css?inline";
import ratingCss from "./styles/rating.css?inline";
import readerCss from "./styles/reader.css?inline";
import transcriptCss from "./styles/transcript.css?inline";
import contactCss from "./styles/contact.css?inline";
import whoCss from "./styles/who.css?inline";
import { Reader } from "./reader.tsx";
import { Transcript } from "./transcript.tsx";
import type { View } from "./widget.ts";
import { Who } from "./who.tsx";

/** In this order: a later sheet may refine an earlier one. */
export const css = [panelCss, headerCss, whoCss, contactCss, composerCss, attachmentCss, transcriptCss, messageCss, cardsCss, linksCss, payoutCss, guideCss, ratingCss, readerCss].join("\n");

export interface PanelProps {
  readonly state: ChatState;
  readonly view: View;
}

export function Panel({ state, view }: PanelProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const leave = (): void => {
    if (view.reading === null) widget.close();
    else widget.read(null);
  };
  return (
    <section
      class="panel"
      role={view.inline ? "region" : "dialog"}
      aria-label={texts.title}
      hidden={!view.open}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.isComposing) leave();
        keepFocusInside(event.currentTarget, event);
      }}
    >
      <Talk state={state} view={view} />
      <DropZone active={state.current !== null && !isOver(state, view) && view.reading === null} />
      {view.reading !== null && <Reader reading={view.reading} />}
    </section>
  );
}

function Talk({ state, view }: PanelProps): JSX.Element {
  const conversation = state.current?.conversation ?? null;
  const over = isOver(state, view);
  return (
    <div class="talk" inert={view.reading !== null}>
      <Header thread={state.current} inline={view.inline} />
      {conversation !== null && !over && <Who conversation={conversation} />}
      <Banner state={state} view={view} />
      <Transcript state={state} />
      {over ? <Over signedOut={state.phase !== "ended"} /> : <Composer conversation={conversation} uploads={state.uploads} />}
    </div>
  );
}

function isOver({ phase }: ChatState, { signedOut }: View): boolean {
  return phase === "ended" || (signedOut && phase === "idle");
}
