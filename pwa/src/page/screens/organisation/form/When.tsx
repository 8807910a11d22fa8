import { Button } from "../../../components/Button.tsx";
import { OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import { NO_RUNS, type RunsDraft } from "./draft.ts";
import { Pattern } from "./Pattern.tsx";
import type { StepProps } from "./Steps.tsx";

/** As many as the server takes. */
const MOST = 6;

export function When({ draft: { timed, runs }, change, wrong }: StepProps) {
  const set = (index: number) => (changed: RunsDraft) => change({ runs: runs.map((each, place) => (place === index ? changed : each)) });
  return (
    <>
      <OneOf
        question={t("publish-timed")} of={[[true, t("publish-timed-yes")], [false, t("publish-timed-no")]]} value={timed}
        choose={(timed) => change({ timed })}
      />
      {timed && runs.map((each, index) => (
        <section key={index} class={runs.length > 1 ? "publish-card" : undefined}>
          {runs.length > 1 && <h3>{t("publish-time-number", { number: String(index + 1) })}</h3>}
          <Pattern runs={each} change={set(index)} wrong={(field) => wrong(`${field}.${index}`)} />
          {runs.length > 1 && (
            <Button kind="plain" press={() => change({ runs: runs.filter((_, place) => place !== index) })}>
              {t("publish-time-remove", { number: String(index + 1) })}
            </Button>
          )}
        </section>
      ))}
      {timed && runs.length < MOST && <Button kind="plain" press={() => change({ runs: [...runs, NO_RUNS] })}>{t("publish-time-add")}</Button>}
    </>
  );
}
