import person from "content/messages/en/person.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(person);

/** Whoever it is, when they gave no name. */
export const nameOf = (called: string | null): string => called ?? t("person-no-name");
