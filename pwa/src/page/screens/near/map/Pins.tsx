import type { Pin } from "../../../../shared/listings/together.ts";
import { linesOf, type Placed, pinWords } from "./placed.ts";

interface PinsProps {
  pins: Pin<Placed>[];
  spot: { x: number; y: number; radius: number };
  /** things whose pin was pressed */
  chosen: readonly string[];
  choose: (pin: Pin<Placed>, event: MouseEvent) => void;
}

/** What stands on the map: about where somebody looks from, and a pin for what is at one place. Every name in it is text. */
export function Pins({ pins, spot, chosen, choose }: PinsProps) {
  const { x, y, radius } = spot;
  return (
    <>
      <div class="near-map-spot" style={{ left: `${x - radius}px`, top: `${y - radius}px`, width: `${radius * 2}px`, height: `${radius * 2}px` }} />
      {pins.map((pin) => {
        const ids = pin.things.map(({ id }) => id);
        const count = linesOf(pin.things).length;
        return (
          <button
            key={ids.join()} type="button" class="near-pin" style={{ left: `${pin.x}px`, top: `${pin.y}px` }}
            aria-label={pinWords(pin.things)} aria-expanded={ids.some((id) => chosen.includes(id))}
            onClick={(event) => choose(pin, event)} onDblClick={(event) => event.stopPropagation()}
          >
            <span>{count > 1 ? count : ""}</span>
          </button>
        );
      })}
    </>
  );
}
