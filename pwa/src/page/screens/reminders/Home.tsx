import type { Entry } from "../../../shared/record/versions.ts";
import { timeWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { useLatest } from "../../reminders/copies.ts";
import { today } from "../../state.ts";
import { comingDates } from "./dates.ts";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { back, dayWords, t } from "./words.ts";
import { changeWishes, isResting, type Kind, KINDS, stopAll } from "./wishes.ts";

const HERE = "/more/reminders";
const USUAL_WEEK = { day: "sun", time: "18:00" } as const;

/** What is chosen, each with its own switch, and the ways to the rest. */
export function Home({ wishes }: { wishes: Entry<"reminding"> }) {
  const service = useLatest("GET /api/reminders");
  const saving = useSaving();
  const { kinds, week, quiet, paused_until, detailed } = wishes.body;
  const resting = isResting(paused_until, today.value);
  const turn = (kind: Kind) => (on: boolean) =>
    void saving.try(() => changeWishes((now) => ({ kinds: KINDS.filter((each) => (each === kind ? on : now.kinds.includes(each))) })));
  const coming = comingDates().length;
  return (
    <Page title={t("reminders-title")} back={back}>
      {resting && (
        <Notice kind="warm">
          <p>{t("remind-break-on", { day: dayWords(paused_until) })}</p>
          <Button kind="quiet" press={() => saving.try(() => changeWishes({ paused_until: null }, t("remind-break-ended")))}>{t("remind-break-end")}</Button>
        </Notice>
      )}
      <OnThisDevice service={service} />
      <fieldset>
        <legend class="question">{t("remind-of")}<span class="hint">{t("remind-of-hint")}</span></legend>
        <div class="choices pile">
          {KINDS.map((kind) => (
            <Choice key={kind} kind="checkbox" name="kinds" value={kind} chosen={kinds.includes(kind)} choose={turn(kind)}>{t(`remind-kind-${kind}`)}</Choice>
          ))}
          <Choice kind="checkbox" name="kinds" value="week" chosen={week !== undefined} choose={(on) => void saving.try(() => changeWishes({ week: on ? USUAL_WEEK : null }))}>
            {t("remind-kind-week")}
          </Choice>
        </div>
      </fieldset>
      <saving.Trouble />
      <p class="soft">{t("remind-no-adverts")}</p>
      <ul class="rows">
        <LinkRow to={`${HERE}/when`} what={t("remind-when")} detail={quiet ? t("remind-when-hours", { from: timeWords(quiet.from), to: timeWords(quiet.to) }) : t("remind-when-any")} />
        <LinkRow to={`${HERE}/lock-screen`} what={t("remind-screen")} detail={t(detailed ? "remind-screen-detailed" : "remind-screen-discreet")} />
        <LinkRow to={`${HERE}/break`} what={t("remind-break")} detail={resting ? t("remind-break-until", { day: dayWords(paused_until) }) : t("remind-break-none")} />
        <LinkRow to={`${HERE}/dates`} what={t("remind-dates")} detail={coming ? t("remind-dates-count", { count: coming }) : t("remind-dates-none")} />
        <LinkRow to={`${HERE}/ahead`} what={t("remind-ahead")} detail={t("remind-ahead-row")} />
        <LinkRow to={`${HERE}/sent`} what={t("remind-sent")} detail={t("remind-sent-row")} />
        <LinkRow to={`${HERE}/ways`} what={t("remind-ways")} detail={t("remind-ways-row")} />
      </ul>
      <Receipt entry={wishes} />
      <div class="buttons"><Button kind="stop" press={() => saving.try(stopAll)}>{t("remind-stop-all")}</Button></div>
    </Page>
  );
}
