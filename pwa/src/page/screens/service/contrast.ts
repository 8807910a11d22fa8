/** Colour contrast as WCAG 2.2 measures it; the same sum as the server's (jointly.kit.colours). */

/** The papers that the app's words stand on (styles/tokens.css, dark.css). */
export const PAPERS = { light: "#fbf8f3", dark: "#16201f" } as const;
/** Words smaller than this cannot be read by many. */
export const LEAST = 4.5;
/** What we aim for. */
export const GOOD = 7;

/** From 1 (the same) to 21 (black on white), of two "#rrggbb" colours. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** How it reads: "good", "fair" or "faint". */
export const judged = (ratio: number): "good" | "fair" | "faint" => (ratio >= GOOD ? "good" : ratio >= LEAST ? "fair" : "faint");

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
