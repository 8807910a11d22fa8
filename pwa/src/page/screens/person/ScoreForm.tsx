import { useSignal } from "@preact/signals";
import type { Day } from "../../../shared/dates.ts";
import type { Questionnaire, Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import { localAddress } from "../../addresses.ts";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { useCheckInPacks } from "../checkin/packs.ts";
import { useTrying } from "../goals/trying.tsx";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { ScoreFields } from "./ScoreFields.tsx";
import { empty, faultIn, type ScoreSaid, scoreIn } from "./score-form.ts";
import { useWay } from "./WayField.tsx";
import { nameOf } from "./words.ts";

interface ScoreFormProps extends CareProps {
  /** the form that it is from, where that is known beforehand */
  instrument: string | undefined;
}

/** The result of a questionnaire that was filled in elsewhere: its numbers, and never its words. */
export function ScoreForm({ instrument = "", ...props }: ScoreFormProps) {
  const packs = useCheckInPacks();
  const called = nameOf(props.record.called);
  const then = localAddress(new URLSearchParams(location.search).get("then"));
  const back = then ? { to: then, words: then.includes("/support/") ? called : t("care-contact-back") } : { to: `/person/${props.record.person}`, words: called };
  return (
    <Page title={t("care-score-title", { called })} back={back}>
      {packs ? <Form {...props} asks={packs.asks} instrument={packs.asks[instrument]?.shipped === "score-only" ? instrument : ""} to={back.to} /> : <Loading />}
    </Page>
  );
}

interface FormProps extends CareProps {
  asks: Questionnaires;
  instrument: string;
  /** where it goes on when the score is kept */
  to: string;
}

function Form({ record, keep, asks, instrument, to }: FormProps) {
  const begun = (slug: string): ScoreSaid => ({ ...empty(), instrument: slug, licence: asks[slug]?.holder ?? "" });
  const said = useSignal<ScoreSaid>(begun(instrument));
  const day = useSignal<Day>(today.value);
  const way = useWay(record.ways);
  const fault = useSignal("");
  const trying = useTrying(true);
  const called = nameOf(record.called);
  const offered = Object.values(asks).filter(({ shipped }) => shipped === "score-only");
  const asked: Questionnaire | undefined = asks[said.value.instrument];
  const save = async () => {
    fault.value = asked ? faultIn(said.value, asked) : t("care-score-needed");
    if (!asked || fault.value || !way.said() || !isDayInReach(day.value, today.value)) return;
    if (await trying.try(() => keep("score", scoreIn(said.value, asked, day.value), way.chosen.value!, { day: day.value }))) go(to);
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <p>{t("care-score-intro")}</p>
      <div class="field">
        <label for="score-which">{t("care-score-which")}</label>
        <select
          id="score-which" class="input" value={said.value.instrument}
          onChange={(event) => (said.value = begun(event.currentTarget.value))}
        >
          <option value="">{t("care-score-choose")}</option>
          {offered.map(({ slug, title: words }) => <option key={slug} value={slug}>{words}</option>)}
        </select>
      </div>
      {asked && <ScoreFields asked={asked} said={said.value} change={(changes) => (said.value = { ...said.value, ...changes })} />}
      <DayPicker question={t("care-score-day")} today={today.value} value={day.value} choose={(next) => (day.value = next)} />
      <way.Field question={t("care-score-way")} />
      {fault.value && <p class="wrong-words" role="alert">{fault.value}</p>}
      <trying.Trouble />
      <div class="buttons">
        <Button submit press={save}>{t("care-score-save", { called })}</Button>
        <a class="button quiet" href={to}>{t("care-cancel")}</a>
      </div>
    </form>
  );
}
