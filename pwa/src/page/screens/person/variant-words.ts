import type { Pathway } from "../../../shared/content/pathway-types.ts";
import type { Questionnaire, Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import { locale } from "../../messages.ts";
import { t } from "./care-words.ts";

/**
 * What staff read for a variant of a pathway. Where a form of the pathway has groups by the same names, the group stands
 * first, as it does on the form: people read how often they meet, and never a group.
 */
export function variantWords(pathway: Pathway, slug: string, asks: Questionnaires): string {
  const title = pathway.variants.find((one) => one.slug === slug)?.title ?? slug;
  const form = formOf(pathway, asks);
  const group = form?.groups.find(({ id }) => id === slug)?.words;
  return form && group ? t("care-variant-group", { form: form.title, group: small(group), variant: small(title) }) : title;
}

/** The form whose groups the variants are. */
function formOf({ contacts, variants }: Pathway, asks: Questionnaires): Questionnaire | undefined {
  const forms = contacts.flatMap(({ measures, optional }) => [...measures, ...optional]).flatMap((slug) => asks[slug] ?? []);
  return forms.find(({ groups }) => variants.every(({ slug }) => groups.some(({ id }) => id === slug)));
}

const small = (words: string): string => words.slice(0, 1).toLocaleLowerCase(locale) + words.slice(1);
