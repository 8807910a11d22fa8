import { useId } from "preact/hooks";
import { CONDITIONS, GROUPS } from "../../../../shared/listings/facets.ts";
import { Fold } from "../../../components/Fold.tsx";
import { Line } from "../../../components/Line.tsx";
import { t as near } from "../../near/words.ts";
import { Area, OneOf, SomeOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { TextField } from "./draft.ts";
import type { StepProps } from "./Steps.tsx";

/** As many as the server takes. */
const MOST_GROUPS = 4;
const GENDERS = ["any", "female", "male", null] as const;

export function Who({ draft, change, wrong, who }: StepProps) {
  const { conditions, groups, gender, texts } = draft;
  const text = (field: TextField) => ({ value: texts[field], wrong: wrong(field), change: (said: string) => change({ texts: { ...texts, [field]: said } }) });
  return (
    <>
      <SomeOf
        question={t("publish-conditions")} hint={t("publish-conditions-hint")} of={CONDITIONS.map((name) => [name, near(`near-facet-${name}`)] as const)}
        value={conditions} choose={(conditions) => change({ conditions })}
      />
      <SomeOf
        question={t("publish-groups")} hint={t("publish-groups-hint")} of={GROUPS.map((name) => [name, near(`near-facet-${name}`)] as const)}
        value={groups} choose={(chosen) => change({ groups: chosen.length > MOST_GROUPS ? groups : chosen })}
      />
      {draft.kind === "activity" && <Activity id={draft.activity} of={who?.activities ?? []} choose={(activity) => change({ activity })} />}
      <OneOf
        question={t("publish-gender")} of={GENDERS.map((each) => [each, each ? near("near-gender", { gender: each }) : t("publish-answer-not-said")] as const)}
        value={gender} choose={(gender) => change({ gender })}
      />
      <Fold words={t("publish-who-more")} open={["eligibility", "to_bring", "capacity", "min_age", "max_age", "languages"].some((field) => texts[field as TextField] !== "")}>
        <div class="publish-times">
          <Line question={t("publish-min-age")} longest={3} {...text("min_age")} />
          <Line question={t("publish-max-age")} longest={3} {...text("max_age")} />
        </div>
        <Area question={t("publish-eligibility")} hint={t("publish-eligibility-hint")} longest={400} {...text("eligibility")} />
        <Area question={t("publish-to-bring")} longest={400} {...text("to_bring")} />
        <Line question={t("publish-capacity")} longest={5} {...text("capacity")} />
        <Line question={t("publish-languages")} hint={t("publish-languages-hint")} longest={200} {...text("languages")} />
      </Fold>
    </>
  );
}

interface ActivityProps {
  id: string | null;
  of: readonly { id: string; label: string }[];
  choose: (id: string | null) => void;
}

/** The list's own name for it, so that other directories find it too. Without signal the list is not here, and nothing is lost. */
function Activity({ id: chosen, of, choose }: ActivityProps) {
  const id = useId();
  if (!of.length) return null;
  return (
    <div class="field">
      <label for={id}>{t("publish-activity")}</label>
      <span class="hint" id={`${id}-hint`}>{t("publish-activity-hint")}</span>
      <select id={id} class="input" aria-describedby={`${id}-hint`} value={chosen ?? ""} onChange={(event) => choose(event.currentTarget.value || null)}>
        <option value="">{t("publish-activity-none")}</option>
        {of.map((each) => <option key={each.id} value={each.id}>{each.label}</option>)}
      </select>
    </div>
  );
}
