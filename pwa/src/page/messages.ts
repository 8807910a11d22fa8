/** Words of the frame and the shared components. A screen adds its own when it loads: `const t = words(pain)`. */
import app from "content/messages/en/app.ftl?raw";
import { type Arguments, speak } from "../shared/messages/fluent.ts";

export const locale = "en-GB";

const speech = speak([app], locale, { isolate: false });
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Says a message. Only names that run the other way get the invisible marks that keep their order. */
export function t(id: string, args?: Arguments): string {
  return speech(id, args && ordered(args));
}

/** Adds an area's messages; every id belongs to one area. */
export function words(resource: string): typeof t {
  speech.add(resource);
  return t;
}

function ordered(args: Arguments): Arguments {
  return Object.fromEntries(Object.entries(args).map(([name, value]) =>
    [name, typeof value === "string" && rightToLeft.test(value) ? `\u2068${value}\u2069` : value]));
}
