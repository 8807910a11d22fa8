/** Questionnaires on this phone. Apart from the other packs, as only check-ins need them. */
import type { Packs } from "./packs.ts";
import type { Questionnaire, Questionnaires } from "./questionnaire-types.ts";

/** Every instrument by its slug; null when this phone has none and cannot fetch them. */
export const questionnairesOf = (packs: Packs): Promise<Questionnaires | null> => packs.pack<Questionnaires>("questionnaires");

/** The version that answers were given to; null when this phone does not know it. */
export function versionOf(newest: Questionnaire | undefined, version: number): Questionnaire | null {
  return [newest, ...(newest?.earlier ?? [])].find((one) => one?.version === version) ?? null;
}
