import { computed, useComputed } from "@preact/signals";
import { daysBetween } from "../../../shared/dates.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { todayOf } from "../../../shared/rules/today.ts";
import { Page } from "../../components/Page.tsx";
import { Quietly } from "../../components/Quietly.tsx";
import { Loading } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { status } from "../../sending.ts";
import { contentLooked, entries, hour, me, programme, today } from "../../state.ts";
import { BadDayButton, BadDayNotice } from "./BadDay.tsx";
import { DoneToday } from "./DoneToday.tsx";
import { SettledQuestion } from "./SettledQuestion.tsx";
import { ToDo } from "./ToDo.tsx";
import { t } from "./words.ts";

/** Days without an entry after which a person is welcomed back. */
const AWAY_DAYS = 7;

export default function Today() {
  return (
    <Page title={t("today-title")}>
      <p class="soft">{shortDayWords(today.value, locale)}</p>
      {known.value ? <Known /> : <Loading />}
    </Page>
  );
}

/** What is due is a quiet row: its code comes after everything else has been drawn. */
const due = () => import("./Due.tsx");

/** What somebody was going to and is off comes first, and is seldom there. */
const calledOff = () => import("../suggested/CalledOff.tsx");

/** So is whoever is in another zone. */
const otherClock = () => import("../../reminders/OtherClock.tsx");

/** On a phone that has just joined, the plan is still on its way: nothing is said to be missing, and nothing jumps. */
const known = computed(() => contentLooked.value && (entries.value.length > 0 || (status.value?.outcome ?? null) !== null));

function Known() {
  const now = useComputed(() => todayOf({ day: today.value, hour: hour.value, entries: entries.value, programme: programme.value })).value;
  return (
    <>
      <Welcome />
      <Quietly load={calledOff} />
      <Quietly load={otherClock} />
      <div class="thumb early">
        <a class="button" href="/pain">
          {t("today-log-pain")}
        </a>
        {!now.badDay && <BadDayButton />}
      </div>
      {now.settle && <SettledQuestion on={now.settle.on} />}
      {now.badDay && <BadDayNotice entry={now.badDay} planned={now.sessions.length > 0} />}
      <ToDo now={now} />
      <Quietly load={due} />
      <DoneToday now={now} />
      <p>
        <a class="button plain" href="/stop">
          {t("stop-link")}
        </a>
      </p>
      {programme.value && !programme.value.approved && <p class="soft small">{t("content-not-approved")}</p>}
    </>
  );
}

function Welcome() {
  const called = me.value?.called;
  const before = entries.value.find((entry) => entry.day < today.value);
  const away = before !== undefined && daysBetween(before.day, today.value) > AWAY_DAYS && entries.value[0] === before;
  return before && !away ? null : <p>{called ? t("welcome", { called }) : t("welcome-unnamed")}</p>;
}
