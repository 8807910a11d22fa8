import suggesting from "content/messages/en/suggesting.ftl?raw";
import support from "content/messages/en/support.ftl?raw";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { locale, words } from "../../messages.ts";

words(suggesting);
export const t = words(support);

const here = (instant: string): string => localTime(new Date(instant), phoneClock.zone());

/** "21 November 2026" of an instant, by the clock of this device. */
export const dateOf = (instant: string): string => dateWords(dayOf(here(instant)), locale);

/** "Tuesday 24 November, 10:30am" */
export const momentOf = (instant: string): string => {
  const at = here(instant);
  return t("sup-moment", { day: shortDayWords(dayOf(at), locale), time: timeWords(at) });
};

/** "24 November 2026" of a day. */
export const dayWordsOf = (day: string): string => dateWords(day, locale);
