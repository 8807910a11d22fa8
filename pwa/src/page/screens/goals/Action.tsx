import { Button } from "../../components/Button.tsx";
import { Scale } from "../../components/Scale.tsx";
import type { ActionDraft } from "./form.ts";
import { Own } from "./Own.tsx";
import { SmallerStep } from "./SmallerStep.tsx";
import { t } from "./words.ts";

interface ActionProps {
  draft: ActionDraft;
  change: (changes: Partial<ActionDraft>) => void;
  wrong?: string;
  /** it is to become smaller than it was */
  smaller: boolean;
}

/** What, when, and where and who with. */
export function Action({ draft, change, wrong, smaller }: ActionProps) {
  return (
    <>
      <p class="hint">{t(smaller ? "goals-smaller-hint" : "goals-skip-hint")}</p>
      <Own question={t("goals-what")} hint={t("goals-what-hint")} value={draft.what} change={(what) => change({ what })} wrong={wrong} />
      <Own question={t("goals-when")} hint={t("goals-when-hint")} value={draft.when} change={(when) => change({ when })} />
      <Own question={t("goals-where")} hint={t("goals-where-hint")} value={draft.where} change={(where) => change({ where })} />
    </>
  );
}

interface SureProps {
  draft: ActionDraft;
  change: (changes: Partial<ActionDraft>) => void;
  /** Goes back to the step, to make it smaller. */
  smaller: () => void;
}

/** How sure; for an answer under 7 the offer to change the step, which may be passed over. */
export function Sure({ draft, change, smaller }: SureProps) {
  return (
    <>
      <p class="goal-said">{[draft.what, draft.when, draft.where].filter((each) => each.trim()).join(" · ")}</p>
      <div class="field">
        <Scale
          question={t("goals-sure")} hint={t("goals-sure-hint")} low={t("goals-sure-low")} high={t("goals-sure-high")}
          value={draft.sure} choose={(sure) => change({ sure })}
        />
        {draft.before !== null && <p class="hint">{t("goals-sure-before", { score: String(draft.before) })}</p>}
      </div>
      <SmallerStep sure={draft.sure}><Button kind="quiet" press={smaller}>{t("goals-smaller-change")}</Button></SmallerStep>
    </>
  );
}
