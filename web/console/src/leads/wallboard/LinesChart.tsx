import type { ReactElement } from "react";
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import { byTeam, type Line } from "./wallboard.ts";

const CLASSES = ["security", "stuck", "rest"] as const;
const TICK = { fill: "var(--muted)" };
const BAR_HEIGHT = 44;
const ROOM = 36;

/** A number where there is something to count. */
function counted(value: unknown): string {
  return typeof value === "number" && value > 0 ? String(value) : "";
}

export function LinesChart({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  const { inbox } = useWords();
  if (lines.length === 0) {
    return (
      <figure className="chart">
        <figcaption className="chart-title">{words.linesTitle}</figcaption>
        <p className="chart-empty">{words.noLines}</p>
      </figure>
    );
  }
  const bars = byTeam(lines).map((line) => ({ ...line, name: line.team ?? words.noTeam }));
  return (
    <ChartFigure
      title={words.linesTitle}
      columns={[words.team, ...CLASSES.map((name) => inbox.priority[name])]}
      rows={bars.map(({ name, security, stuck, rest }) => [name, security, stuck, rest])}
      legend={CLASSES.map((series) => ({ series, name: inbox.priority[series] }))}
    >
      <ResponsiveContainer width="100%" height={ROOM + bars.length * BAR_HEIGHT}>
        <BarChart data={bars} layout="vertical" accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
          <XAxis type="number" className="chart-axis" tick={TICK} allowDecimals={false} axisLine={false} tickLine={false} />
          <YAxis type="category" dataKey="name" className="chart-axis" tick={TICK} width={110} axisLine={false} tickLine={false} />
          {CLASSES.map((series) => (
            <Bar key={series} dataKey={series} stackId="class" className={`series-${series}`} isAnimationActive={false}>
              <LabelList dataKey={series} className="chart-count" fill={`var(--on-${series})`} formatter={counted} />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
