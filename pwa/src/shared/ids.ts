/** Ids that a phone makes by itself: UUIDv7 (RFC 9562), so that they sort by the time they were made. */

let last_ms = 0;
let counter = 0;

/**
 * A new id. Within one device every id is greater than the one before, even when two are made in the same
 * millisecond or the clock is put back: the 12 bits after the time are a counter that then counts on.
 */
export function uuid7(now: Date = new Date()): string {
  const ms = now.getTime();
  if (ms > last_ms) {
    last_ms = ms;
    counter = 0;
  } else if (++counter > 0xfff) {
    last_ms += 1;
    counter = 0;
  }
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const head = last_ms.toString(16).padStart(12, "0");
  return `${head.slice(0, 8)}-${head.slice(8)}-7${hex3(counter)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** When an id was made, by the clock of the phone that made it. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

function hex3(number: number): string {
  return number.toString(16).padStart(3, "0");
}
