/**
 * The key of a slot: what the service calls one thing to be told, such as "exercises on 22 November at 9", where others may
 * see it. It means nothing to whoever lacks the person's reminder key. The same keys are made in jointly.reminders.rules,
 * with the same worked cases (tests/verification/reminder-keys.yaml).
 */
export type SlotKind = "exercise" | "check-in" | "session" | "date" | "week" | "change" | "reply";

export interface Slot {
  kind: SlotKind;
  /** what it is about: ids and slugs, or empty; see each kind in done.ts */
  about: string;
  /** local day or day and time, as written; empty for news */
  local: string;
}

const KEY_BYTES = 16;
const encoder = new TextEncoder();

/** A new reminder key: 16 random bytes as 22 letters. */
export const newReminderKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

/** What makes slots' keys under a reminder key. Raises RangeError for one that is not 16 bytes. */
export async function keyMaker(reminderKey: string): Promise<(slot: Slot) => Promise<string>> {
  const raw = bytesOf(reminderKey);
  if (raw.length !== KEY_BYTES) throw new RangeError("a reminder key has 16 bytes");
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return async ({ kind, about, local }) => {
    const mac = await crypto.subtle.sign("HMAC", key, encoder.encode(`${kind}|${about}|${local}`));
    return base64url(new Uint8Array(mac, 0, KEY_BYTES));
  };
}

/** base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What base64url, with or without padding, stands for. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/").replaceAll("=", "")), (letter) => letter.charCodeAt(0));
