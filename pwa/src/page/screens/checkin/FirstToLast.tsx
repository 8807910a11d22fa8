import type { Series } from "../../../shared/rules/series.ts";
import { useWidth } from "../../components/useWidth.ts";
import { firstToLastLayout } from "./first-to-last.ts";
import "../../components/Chart.css";
import { number } from "../measures/words.ts";
import { Points } from "./Points.tsx";

/** A small picture from the first check-in to the last, and the same numbers as a table. A gap is a gap, never a zero. */
export function FirstToLast({ series: { score, points }, says }: { series: Pick<Series, "score" | "points">; says: string }) {
  const { ref, width, em } = useWidth();
  const { height, left, most, places, line, top, base } = firstToLastLayout(points.map(({ value }) => value), score, width, em);
  return (
    <div class="drawn">
      <div class="first-to-last" ref={ref} role="img" aria-label={says}>
        <svg viewBox={`0 0 ${width} ${height}`}>
          {([[most, top, "chart-full"], [score.min, base, "chart-base"]] as const).map(([end, y, kind]) => (
            <g key={kind}>
              <line class={kind} x1={left} x2={width} y1={y} y2={y} />
              <text class="chart-number" x={left - em * 0.35} y={y + em * 0.28}>{number(end)}</text>
            </g>
          ))}
          <polyline class="chart-line" points={line.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {places.map((place, index) => place && (
            <g key={index}>
              <circle class="mark low" cx={place.x} cy={place.y} r={em * 0.35} />
              <text class="first-to-last-number" x={place.x} y={place.y - em * 0.6}>{number(points[index]!.value!, score.decimals)}</text>
            </g>
          ))}
        </svg>
      </div>
      <Points score={score} points={points} />
    </div>
  );
}
