import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { doneOf } from "../../../shared/rules/series.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { entries } from "../../state.ts";
import { RESULTS } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { date, t } from "./words.ts";

/** Check-ins that are done, and the way to what has changed since the first. */
export function Before({ packs }: { packs: CheckInPacks }) {
  const done = pathwaysOn(entries.value).slice(0, 1).flatMap((enrolled) => doneOf(entries.value, packs.pathways, enrolled));
  if (!done.length) return null;
  return (
    <section>
      <h2>{t("checkin-before")}</h2>
      <ul class="rows">
        {done.map(({ title, body }) => (
          <LinkRow key={body.contact} to={`${RESULTS}/${body.contact}`} what={title} detail={t("checkin-done-on", { day: date(body.on) })} />
        ))}
      </ul>
      <a class="button quiet" href={RESULTS}>{t("checkin-see-change")}</a>
    </section>
  );
}
