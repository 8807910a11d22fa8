/** Words of reminders: what each thing to be told is called, and why it is told. */
import server from "content/messages/en/reminders-server.ftl?raw";
import reminders from "content/messages/en/reminders.ftl?raw";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { locale, words } from "../../messages.ts";
import { contactName } from "../../named.ts";
import { entries } from "../../state.ts";

words(server);
export const t = words(reminders);

export const back = { to: "/more", words: t("nav-more") };
export const backHere = { to: "/more/reminders", words: t("reminders-back") };

/** One thing that is told, as the service names it. */
export interface Item {
  kind: string;
  /** not kept of what was told */
  about?: string;
}

/** "Walking football, tomorrow". What this phone no longer knows by name is said without one. */
export function itemWords({ kind, about = "" }: Item): string {
  const [first = "", second = "", third = ""] = about.split("/");
  switch (kind) {
    case "check-in": return !about ? t("remind-item-check-in-unnamed") : t(`remind-item-check-in-${third === "closes" ? "closes" : "opens"}`, { contact: contactName(first, second) });
    case "session": return named(sessionName(first), "remind-item-session-unnamed", (name) => t(`remind-item-session-${second === "soon" ? "soon" : "tomorrow"}`, { name }));
    case "date": return named(dateName(first), "remind-item-date-unnamed", (what) => t(`remind-item-date-${second === "day" ? "day" : "before"}`, { what }));
    default: return t(`remind-item-${kind}`);
  }
}

export const whyWords = ({ kind }: Item): string => t(`remind-why-${kind}`);

const named = (name: string | undefined, without: string, say: (name: string) => string): string => (name ? say(name) : t(without));

const sessionName = (id: string): string | undefined => {
  const found = entries.value.find((entry) => entry.id === id);
  return found && "name" in found.body ? found.body.name : undefined;
};

const dateName = (id: string): string | undefined => {
  const found = entries.value.find((entry) => entry.id === id);
  return found && "what" in found.body ? (found.body.what as string) : undefined;
};

/** What stands on a lock screen, in the words that are sent: at an exercise time and, where names may stand there, before a session. */
export const onLockScreen = (detailed: boolean): string[] =>
  detailed ? [t("reminder-detailed", { kind: "exercise" }), t("reminder-named", { name: t("remind-example-name") })] : [t("reminder-title", { kind: "exercise" })];

/** "22 November 2026, 2:02pm" of an instant or of milliseconds since 1970, by this phone's clock. */
export function atTime(instant: string | number): string {
  const here = localTime(new Date(instant), phoneClock.zone());
  return `${dateWords(dayOf(here), locale)}, ${timeWords(here)}`;
}

export const dayWords = (day: string): string => shortDayWords(day, locale);
