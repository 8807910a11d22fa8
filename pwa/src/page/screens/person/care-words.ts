/** Words for the parts of a person's page that staff work with. */
import care from "content/messages/en/care.ftl?raw";
import { dateWords } from "../../../shared/datewords.ts";
import type { Day } from "../../../shared/dates.ts";
import { locale, words } from "../../messages.ts";

export const t = words(care);

export const date = (day: Day): string => dateWords(day, locale);
