/** Things on a map whose pins would lie over each other are one pin with a number. */

export interface Pixel {
  x: number;
  y: number;
}

export interface Pin<T> extends Pixel {
  /** in the order in which they were found; the pin stands where the first of them is */
  things: [T, ...T[]];
}

/** Pins that are at least `apart` pixels from each other, across or down; every thing is in one of them. */
export function together<T>(things: readonly T[], at: (thing: T) => Pixel, apart: number): Pin<T>[] {
  const pins: Pin<T>[] = [];
  for (const thing of things) {
    const { x, y } = at(thing);
    const near = pins.find((pin) => Math.abs(pin.x - x) < apart && Math.abs(pin.y - y) < apart);
    if (near) near.things.push(thing);
    else pins.push({ x, y, things: [thing] });
  }
  return pins;
}
