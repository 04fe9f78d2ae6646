import type { ReactElement } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useSettings } from "../../settings/settings.ts";
import { time } from "../../words/format.ts";
import { useLeadsWords } from "../words/words.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import type { Span } from "./wallboard.ts";

const TICK = { fill: "var(--muted)" };
const SERIES = ["asked", "taken", "abandoned"] as const;

export function FlowChart({ spans }: { readonly spans: readonly Span[] }): ReactElement {
  const { wallboard: words } = useLeadsWords();
  const { language } = useSettings();
  const bars = spans.map((span) => ({ ...span, from: time(span.at, language) }));
  return (
    <ChartFigure
      title={words.flowTitle}
      columns={[words.time, words.asked, words.taken, words.abandoned, words.dropped]}
      rows={bars.map(({ from, asked, taken, abandoned, dropped }) => [from, asked, taken, abandoned, dropped])}
      legend={SERIES.map((series) => ({ series, name: words[series] }))}
    >
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={bars} barGap={1} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: -24 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="from" className="chart-axis" tick={TICK} tickLine={false} interval="equidistantPreserveStart" minTickGap={24} />
          <YAxis className="chart-axis" tick={TICK} allowDecimals={false} axisLine={false} tickLine={false} />
          {SERIES.map((series) => (
            <Bar key={series} dataKey={series} className={`series-${series}`} isAnimationActive={false} radius={[2, 2, 0, 0]} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
