import type { ReactElement } from "react";

const PATHS = {
  accept: "M4 12.5l5 5L20 6.5",
  alert: "M12 4l9 16H3zM12 10v4.5M12 17.3v.2",
  app: "M8 3h8a1.5 1.5 0 011.5 1.5v15A1.5 1.5 0 0116 21H8a1.5 1.5 0 01-1.5-1.5v-15A1.5 1.5 0 018 3zM11 18h2",
  back: "M15 5l-7 7 7 7",
  bot: "M5 9h14v10H5zM12 9V5M9.5 13.5v1M14.5 13.5v1M2.5 13v2M21.5 13v2",
  chart: "M4 20h16M7 16v-5M12 16V5M17 16V9",
  chevron: "M6 9l6 6 6-6",
  clip: "M19.5 11.5l-7.8 7.8a4.6 4.6 0 01-6.5-6.5l8.2-8.2a3.1 3.1 0 014.4 4.4l-8.1 8.1a1.5 1.5 0 01-2.2-2.2l7.2-7.2",
  clock: "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v14M6 13l6 6 6-6",
  draft: "M5 19l1-4L16.5 4.5a2.1 2.1 0 013 3L9 18zM14 7l3 3M5 21h14",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
  filter: "M4 6h16M7 12h10M10 18h4",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M8 14h8",
  list: "M4 7h16M4 12h16M4 17h16",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  money: "M3 6.5h18v11H3zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM6 9.5v.1M18 14.5v.1",
  person: "M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20c.6-4 3.5-6 7.5-6s6.9 2 7.5 6",
  return: "M9 7L4 12l5 5M4 12h10a6 6 0 016 6v1",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21",
  send: "M4 12h15M13 6l6 6-6 6",
  star: "M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L12 16.4 7 19.2l1.2-5.6L4 9.8l5.6-.6z",
  starred: "M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L12 16.4 7 19.2l1.2-5.6L4 9.8l5.6-.6zM9 11l3 3 3-3",
  verified: "M12 3l7 3v5.5c0 4.5-3 7.6-7 9.5-4-1.9-7-5-7-9.5V6zM8.5 12l2.5 2.5 4.5-5",
  web: "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words that say the same; for screen readers it is not there. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
