import { openContacts, pathwaysOn, standingOf } from "../../../shared/rules/contacts.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { contactName, measureName, pathwayName } from "../../named.ts";
import { today } from "../../state.ts";
import { type CheckInPacks, useCheckInPacks } from "../checkin/packs.ts";
import { date, t } from "./care-words.ts";
import { mayCare } from "./keeping.ts";
import type { Opened } from "./opening.ts";
import { variantWords } from "./variant-words.ts";
import { nameOf } from "./words.ts";

/** Which pathway they are on and which check-in is next, with the way into it. */
export function PathwayCard({ record }: { record: Opened }) {
  const packs = useCheckInPacks();
  const called = nameOf(record.called);
  const on = pathwaysOn(record.entries);
  const running = on.filter(({ body }) => body.ended === null);
  const base = `/person/${record.person}`;
  return (
    <section>
      <h2>{t("care-pathway")}</h2>
      {!record.scopes.includes("checkins") ? <p>{t("care-unshared", { called })}</p> : (
        <>
          {on.length === 0 && <p>{t("care-none", { called })}</p>}
          {packs && (running.length ? running : on.slice(0, 1)).map((each) => <One key={each.id} enrolled={each} packs={packs} record={record} />)}
          {mayCare(record) && (
            <div class="buttons">
              <a class="button quiet" href={`${base}/pathway`}>{t(running.length ? "care-another" : "care-start")}</a>
              <a class="button quiet" href={`${base}/score`}>{t("care-score")}</a>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function One({ enrolled, packs, record }: { enrolled: Entry<"pathway">; packs: CheckInPacks; record: Opened }) {
  const { pathway, variant, started_on, extra, ended } = enrolled.body;
  const base = `/person/${record.person}`;
  const known = packs.pathways[pathway];
  const at = standingOf(record.entries, packs.pathways, enrolled, today.value);
  const missed = ended === null && openContacts(record.entries, packs.pathways, enrolled).length > 0;
  const next = ended === null && at?.contact ? at.contact : null;
  return (
    <div class="notice">
      <p><strong>{pathwayName(pathway)}</strong>{variant && `, ${known ? variantWords(known, variant, packs.asks) : variant}`}</p>
      {next && at && <p>{t("care-due", { state: at.state, contact: contactName(pathway, next), day: date((at.state === "not-yet" ? at.from : at.to)!) })}</p>}
      {!at && <p>{t("care-not-known")}</p>}
      <p class="soft">{t("care-started", { day: date(started_on) })}{ended && `. ${t("care-over", { day: date(ended.on) })}`}</p>
      {extra.length > 0 && <p class="soft">{t("care-extra", { measures: extra.map(measureName).join(", ") })}</p>}
      <div class="buttons">
        {next && mayCare(record) && (
          <a class="button" href={`${base}/contact/${enrolled.id}/${next}`}>{t(at?.state === "not-yet" ? "care-do-early" : "care-do")}</a>
        )}
        {!next && missed && mayCare(record) && <a class="button quiet" href={`${base}/contact/${enrolled.id}`}>{t("care-do-missed")}</a>}
        {at && <a class="button quiet" href={`${base}/change/${enrolled.id}`}>{t("care-see-change")}</a>}
        {!ended && mayCare(record) && <a class="button plain" href={`${base}/pathway/${enrolled.id}`}>{t("care-change")}</a>}
      </div>
    </div>
  );
}
