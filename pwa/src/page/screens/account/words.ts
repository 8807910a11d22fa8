import account from "content/messages/en/account.ftl?raw";
import { NoAnswer } from "../../../shared/api/client.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, timeWords } from "../../../shared/datewords.ts";
import { locale, words } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";

export const t = words(account);

export const back = { to: "/more", words: t("nav-more") };

/** Why something that only the server can do was not done. */
export const troubleOf = (error: unknown): string => (error instanceof NoAnswer ? t("needs-internet") : reasonOf(error));

/** An instant as this phone's clock shows it: "22 November 2026". */
export const onDay = (instant: string): string => dateWords(dayOf(here(instant)), locale);

/** "22 November 2026, 2:02pm" */
export const atTime = (instant: string): string => `${onDay(instant)}, ${timeWords(here(instant))}`;

const here = (instant: string): string => localTime(new Date(instant), phoneClock.zone());
