import { MOST_COPING } from "../../../shared/rules/goals.ts";
import { Button } from "../../components/Button.tsx";
import { type GoalDraft, isHalf } from "./form.ts";
import { Own } from "./Own.tsx";
import { t } from "./words.ts";

type Pairs = GoalDraft["coping"];

/** Up to 5 pairs of "If…" and "then I will…". */
export function Coping({ pairs, change, wrong }: { pairs: Pairs; change: (pairs: Pairs) => void; wrong: boolean }) {
  const put = (index: number, changes: Partial<Pairs[number]>) => change(pairs.map((each, at) => (at === index ? { ...each, ...changes } : each)));
  return (
    <>
      <p>{t("goals-coping-words")}</p>
      {pairs.map((pair, index) => {
        const number = String(index + 1);
        return (
          <fieldset key={index} class="goal-pair">
            <legend class="heard">{t("goals-coping-title", { number })}</legend>
            <Own
              question={t("goals-coping-if")} hint={t("goals-coping-if-hint")} value={pair.if} change={(words) => put(index, { if: words })}
              wrong={wrong && isHalf(pair) ? t("goals-coping-needed") : undefined}
            />
            <Own question={t("goals-coping-then")} hint={t("goals-coping-then-hint")} value={pair.then} change={(then) => put(index, { then })} />
            {pairs.length > 1 && (
              <Button kind="plain" label={t("goals-coping-remove-of", { number })} press={() => change(pairs.filter((_, at) => at !== index))}>
                {t("goals-coping-remove")}
              </Button>
            )}
          </fieldset>
        );
      })}
      {pairs.length < MOST_COPING && (
        <Button kind="quiet" press={() => change([...pairs, { if: "", then: "" }])}>{t("goals-coping-add")}</Button>
      )}
    </>
  );
}
