/** What the phone can do while somebody exercises: speak, buzz, and stay awake. Each may be missing; none may throw. */
import { locale } from "../../messages.ts";
import { settings } from "./settings.ts";

/** Marks around variables that are right on a page and wrong in a mouth. */
const ISOLATES = /[\u2068\u2069]/g;

export function speak(words: string): void {
  if (!settings.value.speak || !("speechSynthesis" in window)) return;
  const utterance = new SpeechSynthesisUtterance(words.replace(ISOLATES, ""));
  utterance.lang = locale;
  speechSynthesis.cancel(); // a late cue is worse than none
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}

export function buzz(pattern: number[]): void {
  if (settings.value.buzz && "vibrate" in navigator) navigator.vibrate(pattern);
}

export const canSpeak = (): boolean => "speechSynthesis" in window;
export const canBuzz = (): boolean => "vibrate" in navigator;

/** Keeps the screen on until the returned function is called; asks again when the page comes back into sight. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = async () => {
    if (over || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (over) void given.release();
      else lock = given;
    } catch {
      // battery saving may refuse; the exercise goes on
    }
  };
  void ask();
  document.addEventListener("visibilitychange", ask);
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", ask);
    void lock?.release();
  };
}
