import { Line } from "../../../components/Line.tsx";
import { t as near } from "../../near/words.ts";
import { OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { TextField } from "./draft.ts";
import type { StepProps } from "./Steps.tsx";

const WAYS = ["self", "professional", "either", null] as const;
const LINES: [field: TextField, longest: number][] = [["contact", 120], ["phone", 30], ["email", 200], ["url", 290], ["booking_url", 290]];

/** How people come to it: who may ask, and whom. */
export function Come({ draft: { referral, texts }, change, wrong }: StepProps) {
  return (
    <>
      <OneOf
        question={t("publish-referral")} of={WAYS.map((way) => [way, way ? near("near-referral-way", { referral: way }) : t("publish-answer-not-said")] as const)}
        value={referral} choose={(referral) => change({ referral })}
      />
      <p class="soft">{t("publish-contact-words")}</p>
      {LINES.map(([field, longest]) => (
        <Line
          key={field} question={t(`publish-come-${field.replace("_", "-")}`)} longest={longest} value={texts[field]} wrong={wrong(field)}
          change={(said) => change({ texts: { ...texts, [field]: said } })}
        />
      ))}
    </>
  );
}
