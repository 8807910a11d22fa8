/** Why something may suit somebody, in words that the worker can change: what they said matters, and what they need that it has. */
import { has } from "../../../shared/listings/facets.ts";
import { partOf } from "../../../shared/rules/page-parts.ts";
import { t as near } from "../near/words.ts";
import { type Listed, needsOf } from "./looking.ts";
import type { Opened } from "./opening.ts";
import { t } from "./words.ts";

/** In their own words first, then in the team's. */
function mattersTo({ support }: Opened): string | null {
  const own = support.about?.matters;
  const written = partOf(support.page, "matters").now[0]?.said["words"];
  return own ?? (written ? String(written).split("\n")[0]! : null);
}

export function whyFor(opened: Opened, one: Listed | null): string {
  const matters = mattersTo(opened)?.replace(/[.\s]+$/, "");
  const met = one ? needsOf(opened).filter((need) => has(one.card.facets, need)).map((need) => near(`near-facet-${need}`).toLowerCase()) : [];
  return [matters && t("sup-why-matters", { matters }), met.length && t("sup-why-needs", { needs: new Intl.ListFormat("en-GB").format(met) })].filter(Boolean).join(" ");
}

/** Who runs it, as far as they publish here: they can be told. */
export const organisationOf = ({ card, source }: Listed): string | null => (source?.here ? card.organisation : null);
