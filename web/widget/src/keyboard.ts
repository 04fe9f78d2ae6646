/** On a phone the panel covers the page, so the focus must not wander behind it. */

const FOCUSABLE = "a[href], button:not(:disabled), textarea, [tabindex='0']";

export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab" || getComputedStyle(panel).getPropertyValue("--covers-page").trim() !== "1") return;
  const all = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const root = panel.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (focused !== edge) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
