/** The few pictures, drawn on a grid of 24. */

import type { JSX } from "preact";

const PATHS = {
  chat: "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9.5l6 6 6-6",
  send: "M12 19V5M6 11l6-6 6 6",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-3.700 3.700-6 7.5-6s6.900 2.300 7.5 6",
  robot: "M12 3.5V7M6.5 7h11A2.5 2.5 0 0 1 20 9.5v7a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 16.5v-7A2.5 2.5 0 0 1 6.5 7zM9 12v1.5M15 12v1.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  article: "M6.5 3.5h8l4 4v13h-12zM14 3.5V8h4.5M9.5 12.5h6M9.5 16h6",
  away: "M14 4h6v6M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10",
  thumbUp: "M7.5 10.5v9.500H4v-9.500zM7.5 11l4-7.500c1.500 0 2.500 1 2.500 2.500l-.5 3.500h5c1.200 0 2 1.100 1.700 2.200l-1.700 6.800c-.2.900-1 1.500-1.900 1.500H7.500",
  thumbDown: "M16.5 13.500V4H20v9.500zM16.5 13l-4 7.500c-1.500 0-2.500-1-2.500-2.500l.5-3.500h-5c-1.200 0-2-1.100-1.700-2.200l1.700-6.800C5.700 4.600 6.500 4 7.400 4h9.100",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17.200v.1",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
