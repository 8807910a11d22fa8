/** Programmes and the library of exercises on this phone: each is read when a plan or a screen first asks for it. */
import { signal } from "@preact/signals";
import type { Packs } from "../shared/content/packs.ts";
import type { Programme } from "../shared/content/types.ts";
import type { Plan } from "../shared/record/kinds.ts";
import { adapted, type Choosable } from "../shared/rules/adapting.ts";

type Followed = Pick<Plan, "programme" | "exercises">;

/** Offered first, and what staff see who follow none themselves. */
export const FIRST_PROGRAMME: Followed = { programme: "knee-hip" };

const LIBRARY = "library";
/** By pack name: null when this phone does not have it, and nothing until it has been asked. */
const held = signal<{ [pack: string]: unknown }>({});
const asked = new Set<string>();
let packs: Packs | null = null;
/** One after the other: a phone without packs fetches all of them for the first, and finds the others then. */
let reading: Promise<void> = Promise.resolve();

/** A programme with its own list; null when this phone does not have it, undefined until it has been asked. */
export const programmeNamed = (slug: string) => pack<Programme>(`programme-${slug}`);

/** Every exercise there is; null and undefined as above. */
export const libraryHere = (): readonly Choosable[] | null | undefined => {
  const library = pack<{ exercises: Choosable[] }>(LIBRARY);
  return library && library.exercises;
};

/** The programme that a plan names, with the exercises that it names. The library is read only where it needs one of its. */
export function programmeOf({ programme, exercises }: Followed): Programme | null | undefined {
  const own = programmeNamed(programme);
  if (!own || !exercises) return own;
  const has = (slug: string) => own.exercises.some((exercise) => exercise.slug === slug);
  const library = exercises.every(has) ? [] : libraryHere();
  return library === undefined ? undefined : adapted(own, exercises, library ?? []);
}

/** Slugs of the programmes there are, the first one first. */
export async function programmesHere(): Promise<string[]> {
  const slugs = (await packs?.programmes()) ?? [];
  return slugs.sort((a, b) => Number(b === FIRST_PROGRAMME.programme) - Number(a === FIRST_PROGRAMME.programme) || (a < b ? -1 : 1));
}

/** Reads whatever was asked for from these packs: at first, and when they changed. */
export async function readFrom(source: Packs): Promise<void> {
  packs = source;
  for (const name of asked) void read(name);
  await reading;
}

/** Done when whatever was asked for so far has been read. */
export const allRead = (): Promise<void> => reading;

function pack<T>(name: string): T | null | undefined {
  if (!asked.has(name)) {
    asked.add(name);
    void read(name);
  }
  return held.value[name] as T | null | undefined;
}

function read(name: string): Promise<void> {
  return (reading = reading.then(async () => {
    const found = await packs?.pack(name).catch(() => null);
    if (found !== undefined && found !== held.peek()[name]) held.value = { ...held.peek(), [name]: found };
  }));
}
