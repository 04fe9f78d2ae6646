import type { ReactElement } from "react";
import { useStore } from "../store.ts";
import { announcement } from "./alerts.ts";

/** Speaks to screen readers of what a sighted agent sees arrive. */
export function Announcer(): ReactElement {
  return (
    <p className="hidden" role="status" aria-live="polite">
      {useStore(announcement)}
    </p>
  );
}
