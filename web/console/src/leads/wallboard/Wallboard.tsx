import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { useSettings } from "../../settings/settings.ts";
import { Loading } from "../../shell/Loading.tsx";
import { time } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { AgentsTable } from "./AgentsTable.tsx";
import { FlowChart } from "./FlowChart.tsx";
import { FlowTiles } from "./FlowTiles.tsx";
import { LinesChart } from "./LinesChart.tsx";
import { NowTiles } from "./NowTiles.tsx";
import { SurgeLine } from "./SurgeLine.tsx";
import { useWallboard } from "./useWallboard.ts";

/** How the queue does, at this moment and lately; it changes by itself. */
export function Wallboard(): ReactElement {
  const { shell } = useWords();
  const { wallboard } = useLeadsWords();
  const { language } = useSettings();
  const { figures, failed, retry } = useWallboard();
  if (failed) {
    return (
      <div className="blank" role="alert">
        <p>{shell.loadFailed}</p>
        <Button onPress={retry}>{shell.retry}</Button>
      </div>
    );
  }
  if (figures === undefined) return <Loading />;
  return (
    <div className="board">
      <div className="board-state">
        <SurgeLine surge={figures.surge} />
        <p className="board-asof">{wallboard.asOf(time(figures.at, language))}</p>
      </div>
      <h2 className="board-heading">{wallboard.now}</h2>
      <NowTiles figures={figures} />
      <h2 className="board-heading">{wallboard.lately}</h2>
      <FlowTiles flow={figures.flow} />
      <div className="board-charts">
        <FlowChart spans={figures.spans} />
        <LinesChart lines={figures.lines} />
      </div>
      <AgentsTable agents={figures.agents} />
    </div>
  );
}
