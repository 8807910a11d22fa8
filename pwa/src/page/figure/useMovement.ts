import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";

const STILL = "(prefers-reduced-motion: reduce)";
/** More pictures in a second than this cost battery and look no smoother. */
const FRAME_MS = 1000 / 32;

export const prefersStill = (): boolean => matchMedia(STILL).matches;

/**
 * How far through its round a picture is, 0 to 1 and over again, while `moving`: only while it can be seen, and it stops
 * for good when somebody turns motion off in their phone.
 */
export function useMovement(place: RefObject<Element | null>, moving: Signal<boolean>, seconds: number): ReadonlySignal<number> {
  const share = useSignal(0);
  useSignalEffect(() => {
    if (!moving.value) return;
    let asked = 0;
    let [before, seen] = [0, true];
    const step = (now: number) => {
      asked = requestAnimationFrame(step);
      if (!seen || now - before < FRAME_MS) return;
      const past = before ? Math.min(now - before, 100) : 0; // a tab that slept goes on from where it was
      before = now;
      share.value = (share.peek() + past / 1000 / seconds) % 1;
    };
    const preference = matchMedia(STILL);
    const calm = () => (moving.value = !preference.matches);
    const watcher = new IntersectionObserver((entries) => (seen = entries.at(-1)!.isIntersecting));
    if (place.current) watcher.observe(place.current);
    preference.addEventListener("change", calm);
    asked = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(asked);
      watcher.disconnect();
      preference.removeEventListener("change", calm);
    };
  });
  return share;
}
