import { Button } from "../../../components/Button.tsx";
import { Line } from "../../../components/Line.tsx";
import { OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { StepProps } from "./Steps.tsx";

const MOST = 6;

/** Free is said outright; what nobody says is "not stated" to people, and they go elsewhere. */
export function Cost({ draft: { cost, amounts }, change, wrong }: StepProps) {
  const set = (index: number, changes: Partial<(typeof amounts)[number]>) =>
    change({ amounts: amounts.map((each, place) => (place === index ? { ...each, ...changes } : each)) });
  return (
    <>
      <OneOf
        question={t("publish-cost")} of={[["free", t("publish-cost-free")], ["paid", t("publish-cost-paid")], [null, t("publish-cost-not-said")]]}
        value={cost} choose={(cost) => change({ cost })}
      />
      {cost === null && <p class="soft">{t("publish-cost-not-said-words")}</p>}
      {cost === "paid" && amounts.map(({ pounds, words }, index) => (
        <div key={index} class="publish-times">
          <Line question={t("publish-pounds")} hint={t("publish-pounds-hint")} longest={8} value={pounds} wrong={wrong(`pounds.${index}`)} change={(text) => set(index, { pounds: text })} />
          <Line question={t("publish-cost-for")} hint={t("publish-cost-for-hint")} longest={120} value={words} change={(text) => set(index, { words: text })} />
        </div>
      ))}
      {cost === "paid" && (
        <div class="buttons">
          {amounts.length < MOST && <Button kind="plain" press={() => change({ amounts: [...amounts, { pounds: "", words: "" }] })}>{t("publish-cost-add")}</Button>}
          {amounts.length > 1 && <Button kind="plain" press={() => change({ amounts: amounts.slice(0, -1) })}>{t("publish-cost-remove")}</Button>}
        </div>
      )}
    </>
  );
}
