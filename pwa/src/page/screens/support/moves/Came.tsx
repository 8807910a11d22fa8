import { useSignal } from "@preact/signals";
import { addDays, type Day, dayOf, localTime, localTimeOn, phoneClock } from "../../../../shared/dates.ts";
import { Button } from "../../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../../components/DayPicker.tsx";
import { today } from "../../../state.ts";
import { offerUndo } from "../../../undo.ts";
import { OneOf, WhenNext } from "../chips.tsx";
import { Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { onSuggestion } from "../writing.ts";
import { useMove } from "./useMove.tsx";

const CAME = ["been", "missed"] as const;

/** Whether they went. Somebody who did not come is met with kind words that the worker may change, and a day to ring. */
export function Came({ one, called }: OneProps) {
  const came = useSignal<(typeof CAME)[number] | null>(null);
  const words = useSignal(t("sup-missed-kind", { name: one.name }));
  const next = useSignal<Day | null>(addDays(today.value, 1));
  const zone = phoneClock.zone();
  const booked = one.first_at && localTime(new Date(one.first_at), zone);
  /** when it was to be, if that has passed: the mark belongs to that visit */
  const day = useSignal<Day>(booked && dayOf(booked) <= today.value ? dayOf(booked) : today.value);
  const move = useMove(one.id);
  const save = async () => {
    const kind = came.value;
    if (!kind) return move.say(t("sup-came-needed"));
    if (!isDayInReach(day.value, today.value)) return;
    const now = localTime(phoneClock.now(), zone);
    const at = booked && dayOf(booked) === day.value && booked < now ? booked : day.value === today.value ? now : localTimeOn(day.value, "12:00", zone);
    const step = await move.take({ kind, ...(kind === "missed" && { next_on: next.value }) }, t("sup-saved"), at);
    if (!step) return;
    if (kind === "missed" && words.value.trim() && !(await move.take({ kind: "say", to: "person", words: words.value }, t("sup-said")))) return;
    came.value = null;
    if (kind === "been") offerUndo({ words: t("sup-came-kept", { called }), undo: () => onSuggestion(one.id, { kind: "undo", previous: step }) });
  };
  return (
    <>
      <OneOf question={t("sup-came", { called })} options={CAME} words={(each) => t("sup-came-say", { came: each })} chosen={came.value} choose={(each) => (came.value = each)} />
      <DayPicker question={t("sup-came-when")} today={today.value} value={day.value} choose={(chosen) => (day.value = chosen)} />
      {came.value === "missed" && (
        <>
          <Words question={t("sup-missed-words", { called })} hint={t("sup-missed-hint")} value={words.value} change={(text) => (words.value = text)} />
          <WhenNext question={t("sup-missed-next", { called })} value={next.value} choose={(day) => (next.value = day)} />
        </>
      )}
      <move.Trouble />
      <Button press={save}>{t("sup-save")}</Button>
    </>
  );
}
