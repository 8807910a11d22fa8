import { shortDate } from "./short-date.ts";
import type { Week } from "../../../shared/rules/progress.ts";
import { Chart, type ChartColumn } from "../../components/Chart.tsx";
import { type Bands, ChartKeyShape } from "../../components/ChartShape.tsx";
import { t } from "./words.ts";

/** The chart and what its shapes mean. */
export function Picture({ weeks, bands, says }: { weeks: Week[]; bands: Bands; says: string }) {
  return (
    <>
      <Chart columns={weeks.map(columnOf)} bands={bands} says={says} painTitle={t("progress-chart-pain")} exerciseTitle={t("progress-chart-exercise")} />
      <ul class="chart-key small">
        <li><ChartKeyShape band="low" /> {t("progress-band-low", { from: 0, to: bands.go_max })}</li>
        <li><ChartKeyShape band="middle" /> {t("progress-band-middle", { from: bands.go_max + 1, to: bands.caution_max })}</li>
        <li><ChartKeyShape band="high" /> {t("progress-band-high", { from: bands.caution_max + 1, to: 10 })}</li>
      </ul>
      <p class="small soft">{t("progress-key-line")} {t("progress-key-gap")} {t("progress-bands-from")}</p>
    </>
  );
}

function columnOf(week: Week): ChartColumn {
  const { pain, exercise } = week;
  return {
    label: shortDate(week.monday),
    pain: pain && { average: pain.mean, low: pain.min, high: pain.max },
    exercised: exercise?.days ?? 0,
    of: 7,
  };
}
