/** What a new PIN or passphrase must be. */
import { plainWords } from "../../../shared/store/lock.ts";

const LEAST_DIGITS = 6;
const LEAST_LETTERS = 12;

/** A PIN is its digits, however they were grouped. */
export const tidied = (kind: "pin" | "passphrase", typed: string): string =>
  kind === "pin" ? typed.normalize("NFKC").replace(/[\s-]/g, "") : typed;

/** The message that says what is wrong with it, or null. */
export function faultIn(kind: "pin" | "passphrase", typed: string): string | null {
  const words = tidied(kind, typed);
  if (kind === "passphrase") return plainWords(words).length < LEAST_LETTERS ? "lock-passphrase-short" : null;
  if (!/^\d+$/.test(words) || words.length < LEAST_DIGITS) return "lock-pin-short";
  return isEasy(words) ? "lock-pin-easy" : null;
}

/** The ones that are tried first: each digit as far from the one before as the last was (111111, 123456), or repeated in pairs or halves. */
function isEasy(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - digits[index]! + 10) % 10));
  const repeats = [2, 3].some((length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length));
  return steps.size === 1 || repeats;
}
