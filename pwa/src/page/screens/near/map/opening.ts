/** A map in a box of the page: what can be done with it, and what of Leaflet that takes. */
import { Map as Leaflet } from "leaflet/src/map/Map.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";
import type { Point } from "../../../../shared/listings/distance.ts";
import { Tiles } from "./Tiles.ts";

export type { Leaflet };

/** From a part of the country to a street: as far as most sources of pictures go. */
const ZOOMS = { minZoom: 6, maxZoom: 18 };
/** As close as it opens by itself: one that shows the streets around. */
const CLOSEST = 15;
const KM_PER_DEGREE = 111.3;
const EDGE = 40;

/** Without a mouse's wheel, which turns the page. Whoever wants no movement sees none. */
export function openMap(box: HTMLElement, address: string, missing: (none: boolean) => void): { map: Leaflet; tiles: Tiles } {
  const moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new Leaflet(box, { ...ZOOMS, zoomAnimation: moving, fadeAnimation: moving, inertia: moving });
  // Its arrow keys would glide, too.
  if (!moving) map.panBy = (pixels) => Leaflet.prototype.panBy.call(map, pixels, { animate: false });
  const tiles = new Tiles(address, { ...ZOOMS, keepBuffer: 1 }, missing);
  tiles.addTo(map);
  return { map, tiles };
}

/** Shows all of these and a circle of so many kilometres around the first. */
export function fit(map: Leaflet, [spot, ...points]: [Point, ...Point[]], km: number): void {
  const [up, along] = [km / KM_PER_DEGREE, km / KM_PER_DEGREE / Math.cos((spot.lat * Math.PI) / 180)];
  const lats = [spot.lat - up, spot.lat + up, ...points.map(({ lat }) => lat)];
  const lons = [spot.lon - along, spot.lon + along, ...points.map(({ lon }) => lon)];
  map.fitBounds(
    [[Math.min(...lats), Math.min(...lons)], [Math.max(...lats), Math.max(...lons)]],
    { animate: false, maxZoom: CLOSEST, padding: [EDGE, EDGE] },
  );
}

/** Moves it by half of what is seen: for whoever cannot drag it. */
export function move(map: Leaflet, [across, down]: readonly [number, number]): void {
  const { x, y } = map.getSize();
  map.panBy([(across * x) / 2, (down * y) / 2]);
}

/** How many pixels so many kilometres are there. */
export function pixelsOf(map: Leaflet, { lat, lon }: Point, km: number): number {
  const [here, north] = [lat, lat + km / KM_PER_DEGREE].map((each) => map.latLngToLayerPoint({ lat: each, lng: lon }));
  return Math.abs(here!.y - north!.y);
}
