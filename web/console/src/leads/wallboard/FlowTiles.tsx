import type { ReactElement } from "react";
import { useSettings } from "../../settings/settings.ts";
import { percent } from "../../words/format.ts";
import { useLeadsWords } from "../words/words.ts";
import { Tile } from "./Tile.tsx";
import { type Flow, takenShare } from "./wallboard.ts";

export function FlowTiles({ flow }: { readonly flow: Flow }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  const { language } = useSettings();
  const share = takenShare(flow);
  return (
    <dl className="tiles">
      <Tile name={words.asked} means={words.askedMeans}>
        {flow.asked}
      </Tile>
      <Tile name={words.taken} means={share === null ? words.nobodyAsked : words.takenMeans(percent(share, language))}>
        {flow.taken}
      </Tile>
      <Tile name={words.abandoned} means={words.abandonedMeans} tone={flow.abandoned > 0 ? "warn" : "plain"}>
        {flow.abandoned}
      </Tile>
      <Tile name={words.dropped} means={words.droppedMeans} tone={flow.dropped > 0 ? "danger" : "plain"}>
        {flow.dropped}
      </Tile>
    </dl>
  );
}
