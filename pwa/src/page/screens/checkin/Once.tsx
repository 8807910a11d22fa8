import type { Measured, Series } from "../../../shared/rules/series.ts";
import { scoreLine } from "./score-line.ts";
import { t } from "./words.ts";

/** Whether nothing of a measure was answered more than once, so that there is nothing to compare. */
export const isOnce = ({ series }: Measured): boolean => series.every(({ points }) => points.filter(({ value }) => value !== null).length === 1);

/** What was answered once: a line for each measure, under the check-in at which it was; `alone` when that is the only one. */
export function Once({ measured, alone }: { measured: Measured[]; alone: boolean }) {
  const contacts = new Map(measured.flatMap(({ series }) => series.map((each) => [saidAt(each).contact, saidAt(each)])));
  return (
    <>
      {[...contacts.values()].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ contact, title }) => (
        <section key={contact} class="panel">
          <h2>{alone ? title : t("checkin-once", { contact: title })}</h2>
          <ul class="once">
            {measured.map(({ asked, series }) => {
              const here = series.filter((each) => saidAt(each).contact === contact);
              return here.length > 0 && <li key={asked.slug}><h3>{asked.title}:</h3> {scoreLine(asked, here.map((each) => ({ score: each.score, value: saidAt(each).value!, values: each.last })))}</li>;
            })}
          </ul>
          <p class="soft small">{t("checkin-sources", { sources: [...new Set(measured.map(({ asked }) => asked.source))].join("; ") })}</p>
        </section>
      ))}
    </>
  );
}

const saidAt = ({ points }: Series) => points.find(({ value }) => value !== null)!;
