import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { phoneClock, WEEKDAYS } from "../../../shared/dates.ts";
import { weekdayWords } from "../../../shared/datewords.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";
import { useLatest } from "../../reminders/copies.ts";
import { lookHere } from "../../reminders/here.ts";
import { me } from "../../state.ts";
import { emailIn } from "./addresses.ts";
import { Stopped } from "./Stopped.tsx";
import { Saved } from "./Saved.tsx";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { TimeField } from "./TimeField.tsx";
import { back, t } from "./words.ts";

type Round = Answer<"GET /api/reminders/rounds">;

const FOR_GROUPS: Round["kinds"] = ["referral", "confirm", "reply"];
const FOR_STAFF: Round["kinds"] = ["unanswered", "due", "reply"];

/** For those who work here and for groups: when they hear of work that waits, and whether on this device. */
export function Rounds() {
  const service = useLatest("GET /api/reminders");
  const rounds = useAsked(() => withProof(() => ask("GET /api/reminders/rounds")));
  useEffect(() => void lookHere(), []);
  return (
    <Page title={t("rounds-title")} back={back}>
      <p>{t("rounds-intro")}</p>
      <OnThisDevice service={service} />
      <Stopped service={service} />
      <Shown of={rounds}>{(now) => <Form now={now} mail={service.copy.value?.value.channels.includes("email") ?? false} />}</Shown>
    </Page>
  );
}

function Form({ now, mail }: { now: Round; mail: boolean }) {
  const form = useSignal(now);
  const email = useSignal(now.email ?? "");
  const tried = useSignal(false);
  const trouble = useSignal("");
  const saved = useSignal(false);
  const { kinds, days = [], time = "" } = form.value;
  const offered = me.value?.role === "publisher" ? FOR_GROUPS : FOR_STAFF;
  const change = (changes: Partial<Round>) => {
    saved.value = false;
    form.value = { ...form.value, ...changes };
  };
  const wrong = {
    days: kinds.length > 0 && !days.length ? t("rounds-days-needed") : "",
    time: time ? "" : t("remind-time-needed"),
    email: emailIn(email.value) === undefined ? t("remind-email-wrong") : "",
  };
  const save = async () => {
    tried.value = true;
    trouble.value = "";
    if (wrong.days || wrong.time || wrong.email) return;
    try {
      await withProof(() => ask("PUT /api/reminders/rounds", { ...form.value, email: emailIn(email.value) ?? null, zone: phoneClock.zone() }));
      saved.value = true;
    } catch (error) {
      trouble.value = t("rounds-failed", { reason: reasonOf(error) });
    }
  };
  const said = tried.value ? wrong.time || wrong.days : "";
  return (
    <>
      <fieldset>
        <legend class="question">{t("rounds-of")}</legend>
        <div class="choices pile">
          {offered.map((kind) => (
            <Choice key={kind} kind="checkbox" name="kinds" value={kind} chosen={kinds.includes(kind)} choose={(on) => change({ kinds: offered.filter((each) => (each === kind ? on : kinds.includes(each))) })}>
              {t(`rounds-kind-${kind}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <TimeField words={t("rounds-at")} value={time} wrong={tried.value ? wrong.time : ""} change={(next) => change({ time: next })} />
      <fieldset>
        <legend class="question">{t("rounds-days")}</legend>
        <div class="choices">
          {WEEKDAYS.map((day) => (
            <Choice key={day} kind="checkbox" name="days" value={day} chosen={days.includes(day)} choose={(on) => change({ days: WEEKDAYS.filter((each) => (each === day ? on : days.includes(each))) })}>
              {weekdayWords(day, locale)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {mail && <Line question={t("rounds-email")} longest={254} autocomplete="email" value={email.value} change={(text) => (email.value = text)} {...(tried.value && wrong.email && { wrong: wrong.email })} />}
      {trouble.value && <Failed words={trouble.value} />}
      <Saved when={saved.value} />
      <div class="thumb">
        {said && <p class="wrong-words remind-wrong" role="alert">{said}</p>}
        <Button press={save}>{t("rounds-save")}</Button>
      </div>
    </>
  );
}
