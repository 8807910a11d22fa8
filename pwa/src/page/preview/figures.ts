/**
 * Draws the figures on the pages that reviewers look at, with the very drawing that phones have: all their positions side
 * by side, and the way between them. It stands in each page by itself and asks nothing of anywhere.
 */
import type { FigureFacts } from "../../shared/content/figure-types.ts";
import { type Drawing, drawingOf, shapesAt } from "../figure/drawing.ts";
import figure from "../figure/figure.css?inline";
import type { Shape } from "../figure/scene.ts";
import dark from "../styles/dark.css?inline";
import tokens from "../styles/tokens.css?inline";

const SVG = "http://www.w3.org/2000/svg";
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
/** Of a figure that gives none. */
const SECONDS = 5;

document.adoptedStyleSheets = [tokens, dark, figure].map((rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
});
for (const place of document.querySelectorAll<HTMLElement>("[data-figure]")) draw(place, JSON.parse(place.dataset["figure"]!) as FigureFacts);

function draw(place: HTMLElement, facts: FigureFacts): void {
  const drawing = drawingOf(facts);
  for (let pose = 0; pose < drawing.stills; pose++) {
    const arrow = pose === 0 ? drawing.arrow : "";
    put(place, picture(drawing, drawing.between(pose, pose, 0), arrow), `Position ${pose + 1} of ${drawing.stills}`);
  }
  const moving = picture(drawing, shapesAt(drawing, 0));
  put(place, moving, "The way between them");
  const seconds = facts.seconds ?? SECONDS;
  const step = (now: number) => {
    if (!STILL.matches) fill(moving, shapesAt(drawing, (now / 1000 / seconds) % 1));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function put(place: HTMLElement, svg: SVGSVGElement, words: string): void {
  const holder = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = words;
  holder.append(svg, caption);
  place.append(holder);
}

function picture({ box }: Drawing, shapes: Shape[], arrow = ""): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "figure-picture");
  svg.setAttribute("viewBox", box.map((value) => value.toFixed(1)).join(" "));
  svg.setAttribute("aria-hidden", "true");
  fill(svg, arrow ? [...shapes, { key: "rim", tone: "arrow-rim", d: arrow }, { key: "arrow", tone: "arrow", d: arrow }] : shapes);
  return svg;
}

function fill(svg: SVGSVGElement, shapes: Shape[]): void {
  svg.replaceChildren(...shapes.map(({ tone, d }) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", tone);
    path.setAttribute("d", d);
    return path;
  }));
}
