import type { Day } from "../../../shared/dates.ts";
import { locale } from "../../messages.ts";

const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });

/** "28 September": the year is plain from the rest of the page. */
export const shortDate = (day: Day): string => format.format(new Date(`${day}T12:00:00Z`));
