/** The text of an article, built anew from the few elements that articles have: nothing else gets through. */

import type { ArticleReference } from "@lotse/sdk";
import { h } from "preact";
import type { ComponentChild, JSX } from "preact";

import { safeAddress } from "./parts/article.tsx";

interface ProseProps {
  readonly html: string;
  readonly origin: string;
  /** Another article that the text refers to. */
  readonly open: (article: ArticleReference) => void;
}

const KNOWN: ReadonlySet<string> = new Set(["blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"]);
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "iframe", "object"]);
/** Below the title, which is the reader's. */
const HEADINGS: Readonly<Record<string, string>> = { h2: "h3", h3: "h4" };
const ARTICLE = /^\/help\/[a-z]{2}\/([a-z0-9-]+)$/;

export function Prose({ html, ...rest }: ProseProps): JSX.Element {
  // A document of its own, in which nothing runs or loads.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return <div class="prose">{children(body, rest)}</div>;
}

type Rest = Omit<ProseProps, "html">;

function children(parent: Node, rest: Rest): ComponentChild[] {
  return [...parent.childNodes].map((node) => shown(node, rest));
}

function shown(node: Node, rest: Rest): ComponentChild {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  return node.nodeType === Node.ELEMENT_NODE ? element(node as Element, rest) : null;
}

function element(element: Element, rest: Rest): ComponentChild {
  const name = element.localName;
  if (name === "a") return <Link element={element} rest={rest} />;
  if (name === "img") return <Picture element={element} rest={rest} />;
  // Of what is not known only the words are shown, and of scripts not even those.
  if (SILENT.has(name)) return null;
  const tag = HEADINGS[name] ?? (KNOWN.has(name) ? name : "span");
  return h(tag, null, ...children(element, rest));
}

function Link({ element, rest }: { readonly element: Element; readonly rest: Rest }): JSX.Element {
  const url = element.getAttribute("href") ?? "";
  const title = element.textContent;
  const slug = ARTICLE.exec(url)?.[1];
  const address = safeAddress(url, rest.origin);
  if (address === null) return <>{title}</>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        if (slug === undefined || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        rest.open({ slug, title, url });
      }}
    >
      {title}
    </a>
  );
}

function Picture({ element, rest }: { readonly element: Element; readonly rest: Rest }): JSX.Element | null {
  const address = safeAddress(element.getAttribute("src") ?? "", rest.origin);
  const from = address === null ? null : new URL(address).origin;
  if (address === null || from !== rest.origin) return null;
  return <img src={address} alt={element.getAttribute("alt") ?? ""} />;
}
