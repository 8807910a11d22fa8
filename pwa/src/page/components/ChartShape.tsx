/** Which of the three bands a score from 0 to 10 falls in. The bands are content, never constants. */
export interface Bands {
  /** Highest score of the lower band. */
  go_max: number;
  /** Highest score of the middle band. */
  caution_max: number;
}

export type Band = "low" | "middle" | "high";

/** An average such as 3.4 belongs to the band of the whole number it is nearest to. */
export function bandOf(score: number, bands: Bands): Band {
  const whole = Math.round(score);
  return whole <= bands.go_max ? "low" : whole <= bands.caution_max ? "middle" : "high";
}

/** A mark that says its band by shape: circle lower, square middle, triangle higher. Colour only helps. */
export function ChartShape({ band, x, y, r }: { band: Band; x: number; y: number; r: number }) {
  const points = `${x},${y - r * 1.2} ${x + r * 1.15},${y + r * 0.85} ${x - r * 1.15},${y + r * 0.85}`;
  if (band === "low") return <circle class="mark low" cx={x} cy={y} r={r} />;
  if (band === "high") return <polygon class="mark high" points={points} />;
  return <rect class="mark middle" x={x - r * 0.9} y={y - r * 0.9} width={r * 1.8} height={r * 1.8} />;
}

/** The same mark beside words. */
export function ChartKeyShape({ band }: { band: Band }) {
  return (
    <svg class="chart-key-shape" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <ChartShape band={band} x={10} y={10} r={7} />
    </svg>
  );
}
