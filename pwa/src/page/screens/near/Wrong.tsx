import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Report, report, reportAtWork } from "../../../shared/listings/reports.ts";
import { NoAnswer } from "../../../shared/api/client.ts";
import type { Day } from "../../../shared/dates.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { DayPicker } from "../../components/DayPicker.tsx";
import { Notice } from "../../components/Notice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Loading } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import { isStaff } from "../../roles.ts";
import { me, store, today } from "../../state.ts";
import { useListing } from "./useListing.ts";
import { t } from "./words.ts";

const WHAT: Report["what"][] = ["was-not-on", "wrong-time", "wrong-place", "other"];
const LONGEST = 400;

/** /near/<id>/wrong: whoever runs it is told. Without signal it waits on the phone. */
export function Wrong({ listing }: { listing: string }) {
  const { known, there } = useListing(listing);
  const what = useSignal<Report["what"] | null>(null);
  const on = useSignal<Day>(today.value);
  const words = useSignal("");
  const missing = useSignal(false);
  const done = useSignal<"sent" | "later" | null>(null);
  const saving = useSaving();
  const trouble = useSignal("");
  const id = useId();
  const back = { to: `/near/${listing}`, words: known?.card.name ?? t("near-title") };
  const send = async () => {
    missing.value = !what.value;
    if (!what.value) return;
    const said: Report = { listing, what: what.value, on: what.value === "other" ? null : on.value, words: words.value.trim() || null };
    if (isStaff(me.value?.role)) return sendNow(said);
    await saving.try(async () => tell((await report(store.value!, said)) ? "sent" : "later"));
  };
  const sendNow = async (said: Report) => {
    trouble.value = "";
    await reportAtWork(said, me.value?.role !== "publisher").then(() => tell("sent"), (error: unknown) => {
      trouble.value = error instanceof NoAnswer ? t("near-wrong-no-signal") : reasonOf(error);
    });
  };
  const tell = (how: "sent" | "later") => {
    done.value = how;
    announce(t(`near-wrong-${how}`));
  };
  if (done.value) {
    return (
      <Page title={t("near-wrong-title")} back={back}>
        <Notice><p>{t(`near-wrong-${done.value}`)}</p></Notice>
        <a class="button" href="/near">{t("near-title")}</a>
      </Page>
    );
  }
  return (
    <Page title={t("near-wrong-title")} back={back}>
      {!known && there === "asking" && <Loading />}
      {known && <p>{t("near-wrong-about", { name: known.card.name })}</p>}
      <fieldset class={missing.value ? "field wrong" : "field"}>
        <legend class="question">{t("near-wrong-what")}</legend>
        {missing.value && <span class="wrong-words" role="alert">{t("near-wrong-choose")}</span>}
        <div class="choices">
          {WHAT.map((each) => (
            <Choice key={each} kind="radio" name="what" value={each} chosen={what.value === each} choose={() => (what.value = each)}>
              {t(`near-wrong-${each}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {what.value !== "other" && <DayPicker question={t("near-wrong-when")} today={today.value} value={on.value} choose={(day) => (on.value = day)} />}
      <div class="field">
        <label for={id}>{t("near-wrong-words")}</label>
        <span class="hint" id={`${id}-hint`}>{t("near-wrong-words-hint")}</span>
        <textarea
          id={id} class="input" rows={3} autocomplete="off" maxLength={LONGEST} aria-describedby={`${id}-hint`} value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
        />
        <NotWatched />
      </div>
      <saving.Trouble />
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <Button press={send}>{t("near-wrong-send")}</Button>
    </Page>
  );
}
