/** Addresses that leave the app. What they are made of was written by strangers. */
import type { Place } from "../../../shared/listings/cards.ts";

/** Whether it is the address of a web page, and nothing that runs. */
export const isWeb = (address: string): boolean => /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address);

export const telephone = (phone: string): string => `tel:${phone.replaceAll(/[^0-9+]/g, "")}`;

/** Nothing after it is a header of the letter. */
export const letter = (email: string): string => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;

/** The whole address in one line. */
export const placeLine = ({ name, street, locality, postcode }: Place): string =>
  [name, street, locality, postcode].filter((part, index, all) => part && all.indexOf(part) === index).join(", ");

/** The phone's own map where it has one; by the address, unless the place itself is known better. */
export function directionsTo(place: Place, phone: string): string {
  const words = encodeURIComponent(placeLine(place));
  const exact = place.located === "source" && place.lat != null ? `${place.lat},${place.lon}` : null;
  if (/android/i.test(phone)) return `geo:${exact ?? "0,0"}?q=${exact ? `${exact}(${encodeURIComponent(place.name)})` : words}`;
  if (/iphone|ipad|macintosh/i.test(phone)) return `https://maps.apple.com/?daddr=${exact ?? words}`;
  const map = "https://www.openstreetmap.org/";
  return exact ? `${map}?mlat=${place.lat}&mlon=${place.lon}#map=17/${place.lat}/${place.lon}` : `${map}search?query=${words}`;
}
