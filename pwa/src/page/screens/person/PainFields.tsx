import { BodyMap } from "../../components/BodyMap.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Scale } from "../../components/Scale.tsx";
import { lists } from "../../state.ts";
import { regionNames } from "../diary/words.ts";
import type { Form, Missing } from "./form.ts";
import { t } from "./words.ts";

export interface FieldsProps {
  form: Form;
  change: (changes: Partial<Form>) => void;
  wrong: (field: Missing) => boolean;
}

export function PainFields({ form, change, wrong }: FieldsProps) {
  return (
    <>
      <div class={wrong("score") ? "field wrong" : "field"}>
        {wrong("score") && <p class="wrong-words" role="alert">{t("write-score-needed")}</p>}
        <Scale
          question={t("write-score")} low={t("write-score-low")} high={t("write-score-high")}
          value={form.score} choose={(score) => change({ score })}
        />
      </div>
      {lists.value && (
        <Fold words={form.regions.length ? t("write-where-are", { places: regionNames(form.regions) }) : t("write-where")}>
          <BodyMap regions={lists.value.regions} chosen={form.regions} choose={(regions) => change({ regions })} />
        </Fold>
      )}
    </>
  );
}
