import type { AnchorHTMLAttributes, MouseEvent, ReactElement, Ref } from "react";
import { goTo, pathOf, type Route } from "./route.ts";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** A view, with a conversation or without, or the address of another page of the console. */
  readonly to: Route | string;
  readonly isCurrent?: boolean;
  readonly ref?: Ref<HTMLAnchorElement> | null;
}

/** A real link: it can be opened in another tab; a plain click stays in the page. */
export function Link({ to, isCurrent = false, children, onClick, ...rest }: Props): ReactElement {
  const path = typeof to === "string" ? to : pathOf(to);
  const clicked = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    goTo(path);
  };
  return (
    <a {...rest} href={path} aria-current={isCurrent ? "page" : undefined} onClick={clicked}>
      {children}
    </a>
  );
}
