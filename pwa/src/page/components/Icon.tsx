/** Small line drawings beside words, never instead of them: hidden from screen readers. */
const paths = {
  today: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4",
  plan: "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10",
  progress: "M4 4v16h16M8 15l4-4 3 2 5-6",
  more: "M4.500 12h1M11.500 12h1M18.500 12h1",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3.200 2.600 3.500 5.500",
  service: "M4 20V9l8-5 8 5v11zM10 20v-6h4v6",
  tick: "M5 13l4.500 4.500L19 7",
  next: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  phone: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M11 18h2",
  cross: "M6 6l12 12M18 6L6 18",
  heart: "M12 20C5 15 3.500 11.500 3.500 8.500a4.300 4.300 0 0 1 8.500-1 4.300 4.300 0 0 1 8.500 1c0 3-1.500 6.500-8.500 11.500",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.500h.01",
  pain: "M12 3v18M3 12h18",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
