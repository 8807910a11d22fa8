import type { Day } from "../../../shared/dates.ts";
import { dayMonthWords } from "../../../shared/datewords.ts";
import { locale } from "../../messages.ts";

/** "28 September": the year is plain from the rest of the page. */
export const shortDate = (day: Day): string => dayMonthWords(day, locale);
