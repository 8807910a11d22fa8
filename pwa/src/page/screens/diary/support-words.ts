/** What a suggestion and the answers to it say: in the diary, on paper and in the spreadsheet (sync/support_words.py has the same). */
import entries from "content/messages/en/entries.ftl?raw";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { words } from "../../messages.ts";
import { record } from "../../state.ts";

const t = words(entries);

export const prescriptionLine = ({ name }: Bodies["prescription"]): string => t("says-prescription", { name });

export const prescriptionLines = ({ called, why, state }: Bodies["prescription"]): string[] => [
  ...(called ? [t("says-prescription-by", { called })] : []),
  ...(why ? [t("says-prescription-why", { words: why })] : []),
  t("says-prescription-state", { state }),
];

export const answerLine = ({ prescription, answer }: Bodies["answer"]): string => t("says-answer-to", { answer, name: nameOf(prescription) });

export const answerLines = ({ outcome, words: said }: Bodies["answer"]): string[] => [
  ...(outcome ? [t("says-answer-outcome", { outcome })] : []),
  ...(said ? [t("says-answer-words", { words: said })] : []),
];

/** What was suggested, in the person's own record; staff who read an answer see its suggestion beside it. */
function nameOf(id: string): string {
  const entry = record.value?.entry(id);
  return entry?.kind === "prescription" ? (entry.body as Bodies["prescription"]).name : t("says-answer-unknown");
}
