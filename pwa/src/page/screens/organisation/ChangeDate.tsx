import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { instantOn } from "../../../shared/listings/coming.ts";
import { londonTime } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import type { Change, Dated } from "./Dates.tsx";
import { Picked } from "./fields.tsx";
import { t } from "./words.ts";

interface ChangeDateProps {
  date: Dated;
  kind: "cancelled" | "moved";
  say: (change: Change) => Promise<void>;
  close: () => void;
}

const LONGEST = 400;

/** Why a date is off, or when it is instead. By the clock in London, whatever the clock of this device. */
export function ChangeDate({ date, kind, say, close }: ChangeDateProps) {
  const [start, end] = [londonTime(new Date(date.start)), londonTime(new Date(date.end ?? date.start))];
  const day = useSignal(start.slice(0, 10));
  const from = useSignal(start.slice(11, 16));
  const to = useSignal(end.slice(11, 16));
  const words = useSignal(date.words ?? "");
  const wrong = useSignal(false);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const send = async () => {
    const said = words.value.trim() || null;
    if (kind === "cancelled") return say({ change: "cancelled", words: said });
    wrong.value = !day.value || !from.value || !(to.value > from.value);
    if (!wrong.value) await say({ change: "moved", to_start: instantOn(day.value, from.value), to_end: instantOn(day.value, to.value), words: said });
  };
  return (
    <div ref={group} role="group" aria-label={t(`publish-date-${kind === "moved" ? "move" : "cancel"}`)}>
      {kind === "moved" && (
        <>
          <Picked type="date" question={t("publish-date-to-day")} value={day.value} change={(text) => (day.value = text)} />
          <div class="publish-times">
            <Picked type="time" question={t("publish-start")} value={from.value} change={(text) => (from.value = text)} />
            <Picked
              type="time" question={t("publish-end")} value={to.value} wrong={wrong.value ? t("publish-needs-end") : undefined}
              change={(text) => (to.value = text)}
            />
          </div>
        </>
      )}
      <Line question={t("publish-date-why")} hint={t("publish-date-why-hint")} longest={LONGEST} value={words.value} change={(text) => (words.value = text)} />
      <div class="buttons">
        <Button kind={kind === "cancelled" ? "stop" : "main"} press={send}>{t(kind === "cancelled" ? "publish-date-cancel-yes" : "publish-date-move-yes")}</Button>
        <Button kind="quiet" press={close}>{t("publish-date-leave")}</Button>
      </div>
    </div>
  );
}
