import type { ReactElement } from "react";
import { useLeadsWords } from "../words/words.ts";
import { Age } from "./Age.tsx";
import { Tile } from "./Tile.tsx";
import type { WallboardFigures } from "./wallboard.ts";

export function NowTiles({ figures }: { readonly figures: WallboardFigures }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  const { waiting, oldest, at_risk, missed, agents, load, places } = figures;
  const here = agents.filter((agent) => agent.here).length;
  return (
    <dl className="tiles">
      <Tile name={words.waiting} means={words.waitingMeans}>
        {waiting}
      </Tile>
      <Tile name={words.oldest} means={words.oldestMeans}>
        {oldest === null ? words.nobody : <Age since={oldest} />}
      </Tile>
      <Tile name={words.atRisk} means={words.atRiskMeans} tone={at_risk > 0 ? "warn" : "plain"}>
        {at_risk}
      </Tile>
      <Tile name={words.missed} means={words.missedMeans} tone={missed > 0 ? "danger" : "plain"}>
        {missed}
      </Tile>
      <Tile name={words.here} means={words.hereMeans(load, places)} tone={here === 0 ? "warn" : "plain"}>
        {here}
      </Tile>
    </dl>
  );
}
