/** The one polite live region. Screen readers hear it; nobody sees it. */
import { signal } from "@preact/signals";

export const announced = signal("");

/** Says the words once, after what the screen reader is saying now. The same words twice are said twice. */
export function announce(words: string): void {
  announced.value = "";
  setTimeout(() => (announced.value = words), 60);
}
