/** What can be wrong with an NHS number as somebody typed it; the server looks again (rules/who.py), by the same cases. */
export type NhsFault = "nhs-insurance" | "nhs-letters" | "nhs-length" | "nhs-check";

const DIGITS = 10;

/** Its ten digits, or in what way it is wrong: modulus 11, with weights from 10 down to 2. */
export function nhsNumber(typed: string): { is: string } | { wrong: NhsFault } {
  const said = typed.replace(/[\s\-‐-―.]/g, "").toUpperCase();
  if (/^[A-Z]{2}\d{6}[A-D]?$/.test(said)) return { wrong: "nhs-insurance" };
  if (!/^[0-9]*$/.test(said)) return { wrong: "nhs-letters" };
  if (said.length !== DIGITS) return { wrong: "nhs-length" };
  const weighed = [...said.slice(0, -1)].reduce((sum, digit, place) => sum + Number(digit) * (DIGITS - place), 0);
  const check = (11 - (weighed % 11)) % 11;
  return check === 10 || check !== Number(said.at(-1)) ? { wrong: "nhs-check" } : { is: said };
}
