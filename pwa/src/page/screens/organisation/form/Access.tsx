import type { Facet } from "../../../../shared/listings/facets.ts";
import { t as near } from "../../near/words.ts";
import { OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { StepProps } from "./Steps.tsx";

/** What a publisher says by itself; the rest follows from other answers. */
export const ASKED: Facet[] = [
  "step-free", "accessible-toilet", "parking", "hearing-loop", "seated", "beginners", "met-at-door", "carers", "drop-in", "quiet",
];
const ANSWERS = [["yes", true], ["no", false], ["not-said", null]] as const;

export function Access({ draft: { stated }, change }: StepProps) {
  const say = (name: Facet) => (answer: boolean | null) => {
    const { [name]: _, ...rest } = stated;
    change({ stated: answer === null ? rest : { ...rest, [name]: answer } });
  };
  return (
    <div class="publish-answers">
      <p>{t("publish-access-words")}</p>
      {ASKED.map((name) => (
        <OneOf
          key={name} question={near(`near-facet-${name}`)} of={ANSWERS.map(([words, answer]) => [answer, t(`publish-answer-${words}`)] as const)}
          value={stated[name] ?? null} choose={say(name)}
        />
      ))}
    </div>
  );
}
