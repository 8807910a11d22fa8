import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { timesOf } from "../../../shared/rules/safety.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { cardName, signSaid } from "../../named.ts";
import { reasonOf } from "../../reasons.ts";
import { date, t } from "./care-words.ts";
import type { Opened } from "./opening.ts";
import { t as person } from "./words.ts";

type Mark = Pick<Answer<"GET /api/people/{person}/looked">["looked"][number], "called" | "at" | "times">;

/** Help cards that were shown to them, the newest first, and who of the team has looked at each. */
export function SafetyCard({ record }: { record: Opened }) {
  const marks = useSignal<Map<string, Mark> | null>(null);
  const trouble = useSignal("");
  const shown = ofKind(record.entries, "safety").toReversed();
  useEffect(() => {
    if (!shown.length) return;
    askAt("GET /api/people/{person}/looked", { person: record.person })
      .then(({ looked }) => (marks.value = new Map(looked.map((mark) => [mark.entry, mark]))))
      .catch(() => undefined); // without it nothing can be marked, and the cards are still read
  }, [record.person]);
  if (!shown.length) return null;
  const look = async (entry: string) => {
    trouble.value = "";
    try {
      const mark = await withProof(() => askAt("PUT /api/caseload/looked/{entry}", { entry }));
      const times = timesOf(shown.find(({ id }) => id === entry)!.body).length;
      marks.value = new Map([...(marks.value ?? []), [entry, { ...mark, times }]]);
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : t("care-looked-failed", { reason: reasonOf(error) });
    }
  };
  return (
    <section>
      <h2>{t("care-safety")}</h2>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <ul class="written">
        {shown.map((entry) => (
          <li key={entry.id}>
            <strong>{cardName(entry.body.card)}</strong>
            <Said entry={entry} />
            {marks.value && <Mark mark={marks.value.get(entry.id)} times={timesOf(entry.body).length} look={() => look(entry.id)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Said({ entry }: { entry: Entry<"safety"> }) {
  const { card, trigger, did } = entry.body;
  const [first, ...again] = timesOf(entry.body).map((at) => date(dayOf(at)));
  return (
    <>
      <span class="detail">{t("care-safety-from", { day: first! })}</span>
      {again.length > 0 && <span class="detail">{t("care-safety-again", { count: again.length, day: again.at(-1)! })}</span>}
      <span class="detail">{t("care-safety-sign", { sign: signSaid(card, trigger) })}</span>
      {did === "called" && <span class="detail">{t("care-safety-called")}</span>}
    </>
  );
}

/** Who looked since it was shown last; what was looked at before that is to be looked at again. */
function Mark({ mark, times, look }: { mark: Mark | undefined; times: number; look: () => Promise<void> }) {
  if (!mark || mark.times < times) return <Button kind="quiet" press={look}>{t("care-looked")}</Button>;
  const day = dayOf(localTime(new Date(mark.at), phoneClock.zone()));
  return <span class="detail">{t("care-looked-by", { by: mark.called ?? person("person-somebody"), day: date(day) })}</span>;
}
