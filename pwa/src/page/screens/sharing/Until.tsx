import { addDays, localTimeOn, phoneClock } from "../../../shared/dates.ts";
import { Choice } from "../../components/Choice.tsx";
import { today } from "../../state.ts";
import { t } from "./words.ts";

/** How long: days, or null until the person stops it. */
export type Days = number | null;
const CHOICES: Days[] = [null, 30, 90, 365];

export function Until({ days, choose }: { days: Days; choose: (days: Days) => void }) {
  return (
    <fieldset>
      <legend class="question">{t("share-how-long")}</legend>
      <div class="choices pile">
        {CHOICES.map((each) => (
          <Choice key={String(each)} kind="radio" name="until" value={String(each)} chosen={days === each} choose={() => choose(each)}>
            {t(`share-days-${each ?? "open"}`)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

/** The end of that day, by this phone's clock. */
export const endOf = (days: Days): string | null =>
  days === null ? null : localTimeOn(addDays(today.value, days), "23:59", phoneClock.zone());
