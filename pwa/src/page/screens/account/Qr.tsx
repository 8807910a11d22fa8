/** Modules of quiet paper on each side, without which cameras do not find it. */
const QUIET = 4;

/** A square code as one path, from rows of "0" and "1". The link in it stands beside it in letters. */
export function Qr({ rows, title }: { rows: string[]; title: string }) {
  const size = rows.length + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={title}>
      <path d={pathOf(rows)} />
    </svg>
  );
}

/** Each run of dark modules is one rectangle. */
export function pathOf(rows: string[]): string {
  return rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map(({ index, 0: run }) =>
    `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`)).join("");
}
