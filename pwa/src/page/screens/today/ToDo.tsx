import type { Today, TodayItem } from "../../../shared/rules/today.ts";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Icon } from "../../components/Icon.tsx";
import { Notice } from "../../components/Notice.tsx";
import { locale } from "../../messages.ts";
import { entries, exercisesMissing, programme } from "../../state.ts";
import { doseWords, t } from "./words.ts";

/** What is planned and not yet done, session by session. */
export function ToDo({ now }: { now: Today }) {
  if (!programme.value) return <p class="soft">{t("content-missing")}</p>;
  if (now.state === "no-plan") return <NoPlan />;
  const open = now.sessions.filter((session) => session.items.some((item) => item.state === "to-do"));
  const missing = exercisesMissing.value;
  if (open.length || missing) {
    return (
      <>
        {open.map((session) => <Session key={session.time} {...session} />)}
        {missing > 0 && <p class="soft">{t("exercises-missing", { count: missing })}</p>}
      </>
    );
  }
  if (now.state === "bad-day") return null;
  return (
    <Notice>
      <p>{now.sessions.length ? t(now.success ? "all-done" : "all-skipped") : <RestWords now={now} />}</p>
    </Notice>
  );
}

function Session({ time, items }: Today["sessions"][number]) {
  return (
    <section>
      <h2>{t("at-time", { time: timeWords(time) })}</h2>
      <ul class="rows">
        {items.filter((item) => item.state === "to-do").map((item) => (
          <li key={item.exercise.slug}>
            <Planned {...item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Planned({ exercise, dose, gentle, level }: TodayItem) {
  return (
    <a class="row" href={`/exercise/${exercise.slug}`}>
      <span class="grow">
        <span class="what">{exercise.title}</span>
        <span class="detail">
          {gentle ? t("row-gentle", { dose: doseWords(dose, exercise) }) : t("row-level", { level, dose: doseWords(dose, exercise) })}
        </span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function NoPlan() {
  return (
    <Notice>
      <p>{t("no-plan")}</p>
      <a class="button" href="/plan">
        {t("choose-plan")}
      </a>
    </Notice>
  );
}

function RestWords({ now }: { now: Today }) {
  const until = planOf(entries.value, programme.value!.slug)?.body.paused?.until;
  const next = now.next ? ` ${t("next-planned", { day: shortDayWords(now.next, locale) })}` : "";
  if (now.state === "paused") return <>{until ? t("paused-until", { day: shortDayWords(until, locale) }) : t("paused")}</>;
  return <>{t(now.state === "not-started" ? "not-started" : "nothing-planned") + next}</>;
}
