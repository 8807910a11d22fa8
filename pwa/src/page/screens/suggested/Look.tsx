import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { t } from "./words.ts";

const PLACES = {
  activity: (thing: string) => `/near/${thing}`,
  programme: (thing: string) => `/plan/programme/${thing}`,
  topic: (thing: string) => `/topics/${thing}`,
  "check-in": () => "/check-in",
};

/** The way to what was suggested. A group's own words are not always kept here: then there is nowhere to go. */
export function Look({ suggestion: { kind, thing } }: { suggestion: Pick<Suggestion, "kind" | "thing"> }) {
  if (kind === "activity" && !LISTING.test(thing)) return null;
  return (
    <p>
      <a class="button plain" href={PLACES[kind](encodeURIComponent(thing))}>{t(kind === "activity" ? "visit-about" : `do-${kind}`)}</a>
    </p>
  );
}

export const LISTING = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
