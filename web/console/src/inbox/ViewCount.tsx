import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import type { View } from "../wire.ts";
import { useCounts } from "./useInbox.ts";

/** How many a view holds, where that is a number worth knowing. */
export function ViewCount({ view }: { readonly view: View }): ReactElement {
  const counts = useCounts();
  if (view === "closed" || view === "all") {
    return (
      <span className="view-count">
        <Icon name={view === "closed" ? "accept" : "list"} />
      </span>
    );
  }
  return <span className="view-count">{counts?.[view] ?? "–"}</span>;
}
