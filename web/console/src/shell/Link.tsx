import type { AnchorHTMLAttributes, MouseEvent, ReactElement, Ref } from "react";
import { go, pathOf, type Route } from "./route.ts";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: Route;
  readonly isCurrent?: boolean;
  readonly ref?: Ref<HTMLAnchorElement> | null;
}

/** A real link: it can be opened in another tab; a plain click stays in the page. */
export function Link({ to, isCurrent = false, children, onClick, ...rest }: Props): ReactElement {
  const clicked = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={pathOf(to)} aria-current={isCurrent ? "page" : undefined} onClick={clicked}>
      {children}
    </a>
  );
}
