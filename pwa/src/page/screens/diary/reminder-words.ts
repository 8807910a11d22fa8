/** What dates of one's own and reminders say: in the diary, on paper and in the spreadsheet (sync/support_words.py has the same). */
import entries from "content/messages/en/entries.ftl?raw";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { words } from "../../messages.ts";

const t = words(entries);

export const ownDateLine = ({ what }: Bodies["own-date"]): string => t("says-own-date", { what });

export const ownDateLines = ({ at }: Bodies["own-date"]): string[] => (at ? [t("says-own-date-at", { time: at })] : []);

export const remindingLine = (): string => t("says-reminding");
