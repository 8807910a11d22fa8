/** Draws on the map what stands on it, anew whenever it has moved. */
import { render } from "preact";
import { type Pin, together } from "../../../../shared/listings/together.ts";
import type { Point } from "../../../../shared/listings/distance.ts";
import { type Leaflet, pixelsOf } from "./opening.ts";
import { Pins } from "./Pins.tsx";
import type { Placed } from "./placed.ts";

/** Where somebody looks from is known to a kilometre or so: that is what the circle says. */
export const ABOUT_KM = 1;
/** A pin for a sore thumb, and larger with larger letters: as in map.css. */
const PIN = { pixels: 48, rem: 2.4 };

export interface Drawn {
  spot: Point;
  things: Placed[];
  /** things whose pin was pressed */
  chosen: readonly string[];
  choose: (ids: string[]) => void;
}

const paneOf = (map: Leaflet): HTMLElement => map.getPane("markerPane");

/** Pins for what is in sight. When the one with the focus is gone, because it is part of another now, `box` has it. */
export function draw(map: Leaflet, box: HTMLElement, { spot, things, chosen, choose }: Drawn): void {
  const pane = paneOf(map);
  const focused = pane.contains(document.activeElement);
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const pins = together(things, (thing) => map.latLngToLayerPoint(degrees(thing)), Math.max(PIN.pixels, PIN.rem * letters));
  const { x: wide, y: high } = map.getSize();
  const inSight = pins.filter(({ things: [first] }) => {
    const { x, y } = map.latLngToContainerPoint(degrees(first));
    return x >= 0 && y >= 0 && x <= wide && y <= high;
  });
  const press = (pin: Pin<Placed>, event: MouseEvent) => {
    // A finger that moved the map pressed nothing. A key moves no map, and its press has no number.
    if (event.detail === 0 || !map.dragging.moved()) choose(pin.things.map(({ id }) => id));
  };
  const { x, y } = map.latLngToLayerPoint(degrees(spot));
  render(<Pins pins={inSight} spot={{ x, y, radius: pixelsOf(map, spot, ABOUT_KM) }} chosen={chosen} choose={press} />, pane);
  if (focused && !pane.contains(document.activeElement)) box.focus({ preventScroll: true });
}

export const wipe = (map: Leaflet): void => render(null, paneOf(map));

const degrees = ({ lat, lon }: Point) => ({ lat, lng: lon });
