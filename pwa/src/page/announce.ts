/** The one polite live region. Screen readers hear it; nobody sees it. */
import { effect, signal } from "@preact/signals";
import { arrivals } from "./router.ts";

export const announced = signal("");

effect(() => {
  arrivals.value;
  announced.value = ""; // what was said on one screen is not found at the end of the next
});

/** Says the words once, after what the screen reader is saying now. The same words twice are said twice. */
export function announce(words: string): void {
  announced.value = "";
  setTimeout(() => (announced.value = words), 60);
}
