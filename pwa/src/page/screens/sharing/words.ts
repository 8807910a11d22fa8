import sharing from "content/messages/en/sharing.ftl?raw";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { locale, words } from "../../messages.ts";
import { serviceName } from "../../state.ts";

export const t = words(sharing);

export type Share = Schemas["Share"];
/** What is offered. A share may hold more, such as how to reach somebody, which goes with a referral. */
export const SCOPES = ["pain", "exercise", "checkins", "notes"] as const;
export type Scope = (typeof SCOPES)[number];

const ORDER = ["pain", "exercise", "checkins", "notes", "about", "referral", "support"];

/** "pain, exercise and your notes", in the order in which they are offered. */
export function scopeWords(scopes: readonly string[]): string {
  const known = ORDER.filter((scope) => scopes.includes(scope)).map((scope) => t(`scope-${scope}`));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(known);
}

/** Whom something is shared with, by name. */
export function withWords({ with_kind, called }: Pick<Share, "with_kind" | "called">): string {
  if (with_kind === "service") return t("with-team", { service: serviceName.value });
  return called ?? t(`with-${with_kind}`);
}

/** Whether parts of the diary are in it: a referral brings a share that holds only the support. */
export const holdsDiary = ({ scopes }: Pick<Share, "scopes">): boolean => SCOPES.some((scope) => scopes.includes(scope));

export const isRunning = ({ ended_at, ends_at }: Share): boolean => !ended_at && !(ends_at && Date.parse(ends_at) <= Date.now());
