/**
 * Sign-in codes: 8 letters and numbers that cannot be mistaken for one another, shown as ABCD-EFGH. A recovery code has
 * 12, because it is good for longer.
 */
import { decoded } from "../../router.ts";

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const LENGTHS = [8, 12];

export const isWhole = (code: string): boolean => LENGTHS.includes(code.length);

/** What was typed or pasted, without spaces, dashes or small letters. A whole link gives the code in it. */
export function tidy(typed: string): string {
  return typed.slice(typed.lastIndexOf("#") + 1).toUpperCase().replace(/[^\p{Letter}\p{Number}]/gu, "");
}

export function shown(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** Letters that no code has, each once. */
export function strangeLetters(code: string): string[] {
  return [...new Set([...code].filter((letter) => !ALPHABET.includes(letter)))];
}

/**
 * The code in the address, if any. It is moved into the history entry at once, so that it survives a reload but is not
 * seen over a shoulder, shared or kept among visited addresses.
 */
export function codeInAddress(): string {
  const code = tidy(decoded(location.hash) ?? location.hash);
  if (location.hash) rememberCode(code);
  return remembered().code ?? "";
}

export function rememberCode(code: string): void {
  const before = remembered();
  history.replaceState(before.code === code ? before : { code }, "", "/join");
}

/** What the person wants to be called, kept beside the code until it is used. */
export const calledBefore = (): string => remembered().called ?? "";

export function rememberCalled(called: string): void {
  history.replaceState({ ...remembered(), called }, "", "/join");
}

function remembered(): { code?: string; called?: string } {
  return (history.state as { code?: string; called?: string } | null) ?? {};
}
