import { timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Programme } from "../../../shared/content/types.ts";
import { minutesOf } from "../../../shared/rules/length.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { t as said } from "./programme-words.ts";
import { t } from "./words.ts";

interface ProgrammeCardProps {
  programme: Programme;
  /** for a screen whose own heading is something else */
  titled?: boolean;
  /** the days and times that it begins with, where there are none yet */
  dated?: boolean;
}

/** What a programme is for, how much of it there is, how long it takes, and who has looked at it. */
export function ProgrammeCard({ programme, titled, dated }: ProgrammeCardProps) {
  const and = new Intl.ListFormat(locale);
  const days = and.format(programme.days_suggested.map((day) => weekdayWords(day, locale)));
  const times = and.format(programme.times_suggested.map((time) => timeWords(time)));
  return (
    <section class="offer">
      {titled && <h2>{programme.title}</h2>}
      <Blocks of={programme.about} />
      <p>{t("plan-offer-exercises", { count: programme.exercises.length })}</p>
      <p>{said("programme-length", { minutes: minutesOf(programme.exercises) })}</p>
      {dated && <p>{t("plan-offer-days", { days, times })}</p>}
      <Fold words={said("programme-list")}>
        <ol>{programme.exercises.map(({ slug, title }) => <li key={slug}>{title}</li>)}</ol>
      </Fold>
      {!programme.approved && <p class="soft small">{t("plan-not-approved")}</p>}
    </section>
  );
}
