/** Words of measures. */
import measures from "content/messages/en/measures.ftl?raw";
import { locale, words } from "../../messages.ts";
import { saidOf } from "../../whose.ts";

export const t = saidOf(words(measures));

/** A number as people write it: "1,260", "4.3". */
export const number = (value: number, decimals = 1): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);

/** Numbers as they are added up: "3 + 2 + 0 + 1". */
export const added = (numbers: readonly number[]): string => numbers.map((each) => number(each)).join(" + ");
