/** Distances on the Earth, by the server's own formula (backend/jointly/listings/geo.py). Degrees are WGS 84. */

export interface Point {
  lat: number;
  lon: number;
}

/** Mean radius of the Earth (IUGG). */
const EARTH_KM = 6371.0088;
export const KM_PER_MILE = 1.609344;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine) in kilometres. */
export function kmBetween(from: Point, to: Point): number {
  const half = Math.sin(radians(to.lat - from.lat) / 2) ** 2
    + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(radians(to.lon - from.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}
