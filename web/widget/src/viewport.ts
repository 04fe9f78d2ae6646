/** On a phone the keyboard covers part of the page: the panel keeps to what is visible. */

export function followViewport(element: HTMLElement): void {
  const { visualViewport } = window;
  if (visualViewport === null) return;
  const fit = (): void => {
    element.style.setProperty("--visible-height", `${visualViewport.height}px`);
    element.style.setProperty("--visible-top", `${visualViewport.offsetTop}px`);
  };
  visualViewport.addEventListener("resize", fit);
  visualViewport.addEventListener("scroll", fit);
  fit();
}
