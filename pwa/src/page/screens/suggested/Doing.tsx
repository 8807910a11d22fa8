import { useSignal } from "@preact/signals";
import { localTime, phoneClock } from "../../../shared/dates.ts";
import { maySay, type Suggestion, visitOf } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { say } from "./answers.ts";
import { Booking } from "./Booking.tsx";
import { Finish } from "./Finish.tsx";
import { Look } from "./Look.tsx";
import { t } from "./words.ts";

/** Where there is a visit that somebody could not make. */
const VISITED: readonly Suggestion["state"][] = ["booked", "going", "missed"];

/** What somebody who said yes can do or tell: book, been, could not go, and how it ended. */
export function Doing({ suggestion }: { suggestion: Suggestion }) {
  const books = useSignal(false);
  const saving = useSaving();
  const { kind, state, visits = 0 } = suggestion;
  const activity = kind === "activity";
  const noPlace = state === "full" || state === "unsuitable";
  const offered = state === "offered" ? visitOf(suggestion).start : null;
  const tell = (answer: "been" | "missed") => () => saving.try(() => say(suggestion, { answer }, atTheVisit(suggestion, answer)));
  const take = () => saving.try(() => say(suggestion, { answer: "book", start: localTime(new Date(offered!), phoneClock.zone()) }));
  return (
    <section aria-labelledby="do-title">
      <h2 id="do-title">{t("do-title")}</h2>
      {!activity && <Look suggestion={suggestion} />}
      <saving.Trouble />
      <div class="buttons">
        {offered && <Button press={take}>{t("do-take")}</Button>}
        {activity && !noPlace && maySay(suggestion, "book") && <Button kind="quiet" press={() => (books.value = !books.value)}>{t("do-book")}</Button>}
        {!noPlace && maySay(suggestion, "been") && <Button kind="quiet" press={tell("been")}>{t(!activity ? "do-been-own" : visits ? "do-been-again" : "do-been")}</Button>}
        {VISITED.includes(state) && maySay(suggestion, "missed") && <Button kind="quiet" press={tell("missed")}>{t("do-missed")}</Button>}
      </div>
      {books.value && <Booking suggestion={suggestion} done={() => (books.value = false)} />}
      <Fold words={t("do-finish")}><Finish suggestion={suggestion} /></Fold>
    </section>
  );
}

/** When it happened: at the visit that was booked, once that is over and nothing was told of it; else just now. */
function atTheVisit({ state, start }: Suggestion, answer: "been" | "missed"): { at?: string; picked?: boolean } {
  if (state !== "booked" || !start || Date.parse(start) > Date.now() || answer !== "been") return {};
  return { at: localTime(new Date(start), phoneClock.zone()), picked: true };
}
