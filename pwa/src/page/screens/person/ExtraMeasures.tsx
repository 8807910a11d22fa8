import type { Pathway } from "../../../shared/content/pathway-types.ts";
import type { Questionnaire, Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import { contactsFor } from "../../../shared/rules/due.ts";
import { isWithin, repeated } from "../../../shared/rules/repeats.ts";
import { Choice } from "../../components/Choice.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useService } from "../../service.ts";
import { t } from "./care-words.ts";

interface ExtraMeasuresProps {
  asks: Questionnaires;
  /** undefined until one is chosen */
  pathway: Pathway | undefined;
  variant: string | null;
  extra: readonly string[];
  choose: (extra: string[]) => void;
}

/** What is asked only when staff add it: whose questions are asked already, and when somebody looks at the answers. */
export function ExtraMeasures({ asks, pathway, variant, extra, choose }: ExtraMeasuresProps) {
  const when = useService()?.looks_at_list;
  const offered = Object.values(asks).filter((asked) => asked.assigned_only && asked.shipped === "wording");
  const added = offered.filter(({ slug }) => extra.includes(slug));
  const asked = new Set(pathway && contactsFor(pathway, variant).flatMap(({ measures }) => measures));
  if (!offered.length) return null;
  return (
    <fieldset class="field">
      <legend class="question">{t("care-extra-question")}</legend>
      <span class="hint">{t("care-extra-hint")}</span>
      <div class="choices">
        {offered.map(({ slug, title }) => (
          <Choice
            key={slug} kind="checkbox" name="extra" value={slug} chosen={extra.includes(slug)}
            choose={(on) => choose(on ? [...extra, slug] : extra.filter((each) => each !== slug))}
          >
            {title}
          </Choice>
        ))}
      </div>
      <div role="status">
        {[...asked].flatMap((slug) => (asks[slug] && !extra.includes(slug) ? overlapWords(asks[slug], added) : [])).map((words) => <Notice key={words}><p>{words}</p></Notice>)}
      </div>
      <p class="soft">{when ? t("care-extra-looks", { when }) : t("care-extra-looks-unsaid")}</p>
    </fieldset>
  );
}

/** That all or some of its questions are in what was added; nothing where none is. */
function overlapWords(asked: Questionnaire, added: readonly Questionnaire[]): string[] {
  const measure = asked.title;
  if (isWithin(asked, added)) return [t("care-extra-within", { measure })];
  return added.flatMap((one) => {
    const count = repeated(asked, [one]).length;
    return count ? [t("care-extra-overlap", { measure, count, of: asked.items.length, extra: one.title })] : [];
  });
}
