import type { ReactElement } from "react";
import { leadsPath, pagesFor } from "../leads/pages.ts";
import { useDesk } from "../live/DeskContext.tsx";
import { useSettings } from "../settings/settings.ts";
import { Link } from "../shell/Link.tsx";
import type { Route } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { inLanguage } from "./phrases.ts";

interface Props {
  readonly conversation: string;
  readonly route: Route;
}

/** Who is asked in which order, and why; leads can try it once more. */
export function RouteLine({ conversation, route }: Props): ReactElement {
  const { routing } = useWords().packet;
  const { language } = useSettings();
  const plans = pagesFor(useDesk().agent).includes("routing");
  return (
    <div>
      <dt>{routing.route}</dt>
      <dd>
        {inLanguage(route.why, language)}{" "}
        {plans && <Link to={`${leadsPath("routing")}?conversation=${conversation}`}>{routing.rehearse}</Link>}
      </dd>
    </div>
  );
}
