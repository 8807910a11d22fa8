/** Questionnaires of the content as the scoring rules take them: from their facts, with their ids for words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Item, Questionnaire, Score } from "../../pwa/src/shared/content/questionnaire-types.ts";
import type { Counted } from "../../pwa/src/shared/rules/scoring.ts";

const HOME = join(import.meta.dirname, "../../content/questionnaires");

interface Facts {
  slug: string; version: number; shipped: Questionnaire["shipped"];
  options?: { [set: string]: number[] }; items?: (Partial<Item> & { options?: string })[]; scores: Partial<Score>[];
  opens?: Questionnaire["opens"]; groups?: string[];
  norms?: Omit<NonNullable<Questionnaire["norms"]>, "rows"> & { women: number; men: number; rows: Row[] };
}
interface Row { from: number; to: number; women: [number, number]; men: [number, number] }
export type Ruled = Counted & Pick<Questionnaire, "slug" | "version">;

export const slugs: string[] = readdirSync(HOME, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name);

export const readOf = <T>(slug: string, file: string): T => parse(readFileSync(join(HOME, slug, "v1", file), "utf8")) as T;

/** `licensed`: with its items, as a service has them that holds a licence. */
export function questionnaireOf(slug: string, licensed = false): Ruled {
  const facts = readOf<Facts>(slug, "questionnaire.yaml");
  const asked = facts.shipped === "wording" || licensed;
  return {
    slug,
    version: facts.version,
    items: asked ? (facts.items ?? []).map((item) => itemOf(item, facts)) : [],
    scores: facts.scores.map((score) => ({ ...emptyScore, ...score, ...(!asked && { how: "entered", items: [] }) }) as Score),
    opens: facts.opens ?? [],
    groups: (facts.groups ?? []).map((id) => ({ id, words: id })),
    norms: facts.norms ? { ...facts.norms, rows: facts.norms.rows.flatMap((row) => rowsOf(row, facts.norms!)) } : null,
  };
}

const emptyItem = { hint: null, options: null, low: null, high: null, min: null, max: null, decimals: 0, unit: null, optional: false, only_if: null, about: null };
const emptyScore = { items: [], times: [], at_least: null, count_from: {}, decimals: 0, bands: [], change: null, change_more: null };

function itemOf(item: NonNullable<Facts["items"]>[number], facts: Facts): Item {
  const options = item.options ? facts.options![item.options]!.map((value) => ({ value, words: String(value) })) : null;
  return { ...emptyItem, words: item.id!, ...(item.kind === "scale" && { min: 0, max: 10 }), ...item, options } as Item;
}

const rowsOf = ({ from, to, women, men }: Row, norms: { women: number; men: number }) => [
  { from, to, sex: norms.women, low: women[0], high: women[1] },
  { from, to, sex: norms.men, low: men[0], high: men[1] },
];
