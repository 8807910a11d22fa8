import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { localTimeOn, phoneClock } from "../../../shared/dates.ts";
import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { today } from "../../state.ts";
import { say } from "./answers.ts";
import { t } from "./words.ts";

/** When the visit is that somebody booked themselves, with the phone's own controls. */
export function Booking({ suggestion, done }: { suggestion: Suggestion; done: () => void }) {
  const id = useId();
  const day = useSignal("");
  const time = useSignal("");
  const wrong = useSignal(false);
  const saving = useSaving();
  const save = async () => {
    wrong.value = !day.value || !time.value;
    if (wrong.value) return;
    const start = localTimeOn(day.value, time.value, phoneClock.zone());
    if (await saving.try(() => say(suggestion, { answer: "book", start }))) done();
  };
  return (
    <fieldset class={wrong.value ? "field wrong" : "field"}>
      <legend class="question">{t("do-book-title")}</legend>
      {wrong.value && <span class="wrong-words" role="alert" id={`${id}-wrong`}>{t("do-book-needs")}</span>}
      <div class="suggested-when">
        <label for={`${id}-day`}>{t("do-book-day")}</label>
        <input
          id={`${id}-day`} class="input" type="date" min={today.value} value={day.value} aria-invalid={wrong.value && !day.value}
          onChange={(event) => (day.value = event.currentTarget.value)}
        />
        <label for={`${id}-time`}>{t("do-book-time")}</label>
        <input
          id={`${id}-time`} class="input" type="time" value={time.value} aria-invalid={wrong.value && !time.value}
          onChange={(event) => (time.value = event.currentTarget.value)}
        />
      </div>
      <saving.Trouble />
      <Button press={save}>{t("do-book-save")}</Button>
    </fieldset>
  );
}
