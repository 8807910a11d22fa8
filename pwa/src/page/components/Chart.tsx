import { type ChartLayout, chartLayout, labelX, runs, xOf, yOf } from "./ChartLayout.ts";
import { type Bands, ChartShape, bandOf } from "./ChartShape.tsx";
import { useWidth } from "./useWidth.ts";
import "./Chart.css";

export interface ChartColumn {
  /** Written under the first, middle and last column. */
  label: string;
  /** Null when nothing was written down: a gap, never a zero. */
  pain: { average: number; low: number; high: number } | null;
  /** Days with exercise, of `of`. */
  exercised: number;
  of: number;
}

/** From this width there is room for a day in the middle too. */
const ROOM_FOR_THREE_EMS = 26;

interface ChartProps {
  columns: ChartColumn[];
  bands: Bands;
  /** The sentence that says what the chart shows. */
  says: string;
  painTitle: string;
  exerciseTitle: string;
}

/** Pain above, days with exercise below, on one line of time. The numbers are in the table beside it. */
export function Chart({ columns, bands, says, painTitle, exerciseTitle }: ChartProps) {
  const { ref, width, em } = useWidth();
  const layout = chartLayout(width, em, columns.length);
  return (
    <div class="chart" ref={ref} role="img" aria-label={says}>
      <p class="chart-title">{painTitle}</p>
      <svg viewBox={`0 0 ${layout.width} ${layout.painHeight}`}>
        <Axes layout={layout} bands={bands} em={em} />
        <Pain columns={columns} layout={layout} bands={bands} />
      </svg>
      <p class="chart-title">{exerciseTitle}</p>
      <svg viewBox={`0 0 ${layout.width} ${layout.barHeight}`}>
        <Bars columns={columns} layout={layout} em={em} />
        <Days columns={columns} layout={layout} em={em} />
      </svg>
    </div>
  );
}

interface Drawing {
  columns: ChartColumn[];
  layout: ChartLayout;
  em: number;
}

function Axes({ layout, bands, em }: { layout: ChartLayout; bands: Bands; em: number }) {
  const edges = [0, bands.go_max + 0.5, bands.caution_max + 0.5, 10];
  return (
    <g>
      {(["low", "middle", "high"] as const).map((band, index) => (
        <rect
          key={band}
          class={`chart-band ${band}`}
          x={layout.left}
          width={layout.right - layout.left}
          y={yOf(layout, edges[index + 1]!)}
          height={yOf(layout, edges[index]!) - yOf(layout, edges[index + 1]!)}
        />
      ))}
      {[0, 5, 10].map((score) => (
        <text key={score} class="chart-number" x={layout.left - em * 0.35} y={yOf(layout, score) + em * 0.28}>{score}</text>
      ))}
    </g>
  );
}

function Pain({ columns, layout, bands }: { columns: ChartColumn[]; layout: ChartLayout; bands: Bands }) {
  const points = columns.map((column, index) => column.pain && { ...column.pain, x: xOf(layout, index) });
  return (
    <g>
      {runs(points).map((run) => (
        <polyline
          key={run.from}
          class="chart-line"
          points={run.values.map((point) => `${point.x},${yOf(layout, point.average)}`).join(" ")}
        />
      ))}
      {points.map((point) => point && (
        <g key={point.x}>
          {point.high > point.low && (
            <line class="chart-range" x1={point.x} x2={point.x} y1={yOf(layout, point.low)} y2={yOf(layout, point.high)} />
          )}
          <ChartShape band={bandOf(point.average, bands)} x={point.x} y={yOf(layout, point.average)} r={layout.r} />
        </g>
      ))}
    </g>
  );
}

/** Days with exercise, on a scale from none to every day of the week. */
function Bars({ columns, layout, em }: Drawing) {
  const { left, right, barTop, barBottom } = layout;
  const wide = Math.max(2, layout.columnWidth * 0.65);
  const scale = [[0, barBottom], [columns[0]?.of ?? 0, barTop]] as const;
  return (
    <g>
      {scale.map(([days, y]) => (
        <g key={days}>
          <line class={days ? "chart-full" : "chart-base"} x1={left} x2={right} y1={y} y2={y} />
          <text class="chart-number" x={left - em * 0.35} y={y + em * 0.28}>{days}</text>
        </g>
      ))}
      {columns.map((column, index) => {
        const tall = (column.exercised / column.of) * (barBottom - barTop);
        return tall > 0 && (
          <rect key={index} class="chart-bar" x={xOf(layout, index) - wide / 2} width={wide} y={barBottom - tall} height={tall} />
        );
      })}
    </g>
  );
}

/** A few columns' days, each marked under its own column. */
function Days({ columns, layout, em }: Drawing) {
  return (
    <g>
      {labelled(columns.length, layout.width > em * ROOM_FOR_THREE_EMS).map((place, row) => {
        const { label } = columns[place]!;
        const x = xOf(layout, place);
        return (
          <g key={place}>
            <line class="chart-base" x1={x} x2={x} y1={layout.barBottom} y2={layout.barBottom + em * 0.35} />
            <text class="chart-day" x={labelX(layout, place, label.length, em)} y={layout.dayBottom + row * layout.dayStep}>{label}</text>
          </g>
        );
      })}
    </g>
  );
}

/** First and last day always; the middle one too where there is room for three. */
function labelled(columns: number, three: boolean): number[] {
  const places = three ? [0, Math.floor(columns / 2), columns - 1] : [0, columns - 1];
  return [...new Set(places)].filter((place) => place >= 0);
}
