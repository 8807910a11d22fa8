/** What pathways, contacts, instruments, topics and care cards are called: read when a screen first says one, and never for Today. */
import { batch, signal } from "@preact/signals";
import { Packs } from "../shared/content/packs.ts";
import type { Pathways } from "../shared/content/pathway-types.ts";
import type { Answers, Questionnaire } from "../shared/content/questionnaire-types.ts";
import { questionnairesOf, versionOf } from "../shared/content/questionnaires.ts";
import type { CareCard, SafetyPack } from "../shared/content/safety-types.ts";
import type { Store } from "../shared/store/db.ts";
import { store } from "./state.ts";

interface Titled { title: string }
type BySlug<T> = { [slug: string]: T | undefined };

const pathways = signal<BySlug<Pathways[string]>>({});
const measures = signal<BySlug<Questionnaire>>({});
const topics = signal<BySlug<Titled>>({});
const cards = signal<readonly CareCard[]>([]);
let asked: Store | null = null;
let reading: Promise<void> = Promise.resolve();

export const pathwayName = (slug: string): string => (want(), pathways.value[slug]?.title ?? slug);
export const measureName = (slug: string): string => (want(), measures.value[slug]?.title ?? slug);
export const topicName = (slug: string): string => (want(), topics.value[slug]?.title ?? slug);

/** A care card, and a sign on it as it is printed there. */
export const cardName = (slug: string): string => (want(), cards.value.find((card) => card.slug === slug)?.title ?? slug);
export function signSaid(slug: string, id: string): string {
  want();
  const parts = cards.value.find((card) => card.slug === slug)?.parts ?? [];
  return parts.flatMap(({ signs }) => signs).find((sign) => sign.id === id)?.words ?? id;
}

export const contactName = (pathway: string, slug: string): string => partName(pathway, "contacts", slug);
export const routeName = (pathway: string, slug: string): string => partName(pathway, "routes", slug);
export const variantName = (pathway: string, slug: string): string => partName(pathway, "variants", slug);

/**
 * What was asked, and each answer as it was offered; numbers and words that were typed in stand as they are, and so does
 * what is rated in somebody's own words. Only the version of the instrument that was answered says what was asked.
 */
export function answersSaid(measure: string, { version, values }: Answers): { item: string; answer: string }[] {
  want();
  const items = versionOf(measures.value[measure], version)?.items ?? [];
  const rated = items.filter(({ id, about }) => about && id in values).map(({ about }) => about);
  return Object.entries(values).filter(([id]) => !rated.includes(id)).map(([id, value]) => {
    const item = items.find((each) => each.id === id);
    const own = item?.about ? values[item.about] : undefined;
    const option = item?.options?.find((each) => each.value === value);
    return { item: String(own ?? item?.words ?? id), answer: option?.words ?? String(value) };
  });
}

/** What a part of a score is called: as the instrument says, or else as it was entered. */
export function scoreName(measure: string, id: string): string {
  want();
  return measures.value[measure]?.scores.find((score) => score.id === id)?.words ?? id;
}

function partName(pathway: string, part: "contacts" | "routes" | "variants", slug: string): string {
  want();
  return (pathways.value[pathway]?.[part] as { slug: string; title: string }[] | undefined)?.find((each) => each.slug === slug)?.title ?? slug;
}

/** Waits until all of them can be said by their names, for what is made in one go, such as a file. */
export function allNamed(): Promise<void> {
  want();
  return reading;
}

/** The packs are fetched once a database; a screen that said a slug meanwhile is drawn again with the name. */
function want(): void {
  const held = store.value;
  if (!held || asked === held) return;
  asked = held;
  const packs = new Packs(held);
  const show = async () => {
    const [ways, asks, articles, safety] = await Promise.all([
      packs.pack<Pathways>("pathways"), questionnairesOf(packs), packs.pack<BySlug<Titled>>("topics"),
      packs.pack<SafetyPack>("safety"),
    ]);
    batch(() => {
      pathways.value = ways ?? {};
      measures.value = asks ?? {};
      topics.value = articles ?? {};
      cards.value = safety?.cards ?? [];
    });
  };
  held.changes.listen((change) => {
    if (change.what === "content") reading = show();
  });
  reading = show();
}
