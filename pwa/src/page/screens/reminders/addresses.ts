/** What somebody typed as where to reach them: null when it is empty, undefined when it is not one. The service looks again. */

const EMAIL = /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/;
const LONGEST_EMAIL = 254;

export function emailIn(typed: string): string | null | undefined {
  const text = typed.trim();
  if (!text) return null;
  return EMAIL.test(text) && text.length <= LONGEST_EMAIL ? text : undefined;
}

/** "07700 900123" is a number in the United Kingdom: +447700900123. */
export function mobileIn(typed: string): string | null | undefined {
  const text = typed.replace(/[\s().-]/g, "");
  if (!text) return null;
  const number = text.startsWith("00") ? `+${text.slice(2)}` : text.startsWith("07") ? `+44${text.slice(1)}` : text;
  const right = number.startsWith("+44") ? /^\+447\d{9}$/ : INTERNATIONAL;
  return right.test(number) ? number : undefined;
}
