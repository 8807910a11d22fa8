import refer from "content/messages/en/refer.ftl?raw";
import { NoAnswer } from "../../../shared/api/client.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { locale, words } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";

export const t = words(refer);

/** A day with its year: a birth date means nothing without it. */
export const dated = (day: string): string => dateWords(day, locale);

export const troubleOf = (error: unknown): string => (error instanceof NoAnswer ? t("refer-offline") : reasonOf(error));
