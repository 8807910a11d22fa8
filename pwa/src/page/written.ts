/** Who wrote an entry and how, where it was not the person themselves on their own phone. */
import written from "content/messages/en/written.ftl?raw";
import type { Version } from "../shared/record/versions.ts";
import { words } from "./messages.ts";
import { nameFor } from "./others.ts";
import { me } from "./state.ts";

const t = words(written);

/** "Written by Sam, on the telephone"; empty for what the person wrote themselves. `subject` is whose diary it is. */
export function writtenWords({ by, how }: Pick<Version, "by" | "how">, subject = me.value?.person): string {
  if (how === "self") return "";
  const who = by ?? me.value?.person;
  if (how === "paper" && who === subject) return t("written-own-paper");
  const called = who === me.value?.person && who !== subject ? t("written-you") : who ? nameFor(who) : null;
  return called ? t(`written-${how}-by`, { called }) : t(`written-${how}`);
}
