/** What the screens of a running check-in share: what is held, how far each section has come, and how it is kept. */
import type { Pathway, PathwayContact } from "../../../shared/content/pathway-types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { type Answered, bodyOf, type Held, heldWith, onwardOf, type Section, sectionsOf, type State, stateOf } from "../../../shared/rules/check-in.ts";
import { checkInsOf } from "../../../shared/rules/contacts.ts";
import { contactsFor } from "../../../shared/rules/due.ts";
import { doneOf } from "../../../shared/rules/series.ts";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { stopAddress, stoppedAt, type Why } from "../safe/Stopped.tsx";
import type { RunnerProps } from "./Runner.tsx";

export interface Run extends RunnerProps {
  held: Held;
  pathway: Pathway;
  step: PathwayContact;
  sections: Section[];
  routes: Pathway["routes"];
  state: (section: Section) => State;
  /** the address of a section, and of a screen in it */
  at: (section: string, screen?: string | number) => string;
  /** the section to go on with after this one; undefined after the last */
  next: (after?: string) => Section | undefined;
  /** where that is: the overview when nothing is left */
  after: (section: Section) => string;
  /** keeps a change on this device */
  keep: (changes: Partial<Held>) => void;
  /** keeps it, and saves the entry, whose id it gives; raises what saving raises */
  write: (changes?: Partial<Held>, state?: "open" | "done") => Promise<string>;
  /** keeps what there is, and stops for a care card whether or not it can be saved; `section` is where to go on afterwards */
  stopFor: (why: Why, card: string, sign: string, section: string, changes?: Partial<Held>) => Promise<void>;
  /** what was answered to a measure at the last check-in that is done */
  before: (measure: string) => Answered | undefined;
}

export function useRun(props: RunnerProps): Run | "reading" | "unknown" | "done" {
  const { base, packs, enrolled, contact, entries, form, by } = props;
  const pathway = packs.pathways[enrolled.body.pathway];
  const step = pathway && contactsFor(pathway, enrolled.body.variant).find(({ slug }) => slug === contact);
  if (!pathway || !step) return "unknown";
  const saved = savedIn(entries, enrolled, contact);
  if (saved?.body.state === "done") return "done";
  const draft = form.value.value;
  if (!draft) return "reading";
  const held = saved ? heldWith(draft, saved.id, saved.body) : draft;
  const sections = sectionsOf(pathway, step, enrolled.body, packs.asks, answeredIn(held));
  const routes = onwardOf(pathway, step);
  const state = (section: Section) => stateOf(section, held, packs.asks, routes.map(({ slug }) => slug), step.topics);
  const next: Run["next"] = (after) => nextOf(sections, state, after);
  const at: Run["at"] = (section, screen) => [base, section, ...(screen === undefined ? [] : [screen])].join("/");
  const write: Run["write"] = async (changes = {}, said = "open") => {
    const now = { ...held, ...changes, on: props.on ?? today.value };
    form.change(now);
    const entry = await props.save(bodyOf(now, enrolled.body, contact, by, said), now.entry);
    if (said === "done") await form.done();
    else if (entry !== now.entry) form.change({ entry });
    return entry;
  };
  return {
    ...props, held, pathway, step, sections, routes, state, at, write, next,
    after: ({ id }) => {
      const section = next(id);
      return section ? at(section.id) : base;
    },
    keep: (changes) => form.change({ ...held, ...changes }),
    stopFor: async (why, card, sign, section, changes) => {
      // The advice comes in any case: what was answered is kept on this device.
      const given = stoppedAt(await write(changes).catch(() => held.entry), why);
      if (props.note) go(`${at("help", `${card}/${sign}/${section}`)}?${given}`);
      else go(stopAddress(card, sign, at("after-help", section), given));
    },
    before: (measure) => doneOf(entries, packs.pathways, enrolled).findLast(({ body }) => body.answers[measure])?.body.answers[measure],
  };
}

/** Sections that are asked come first, in order and round to those that were passed; what is offered is never pressed on anybody. */
function nextOf(sections: readonly Section[], state: Run["state"], after?: string): Section | undefined {
  const from = sections.findIndex(({ id }) => id === after) + 1;
  const waiting = (section: Section) => section.id !== after && !section.optional && ["not-begun", "begun"].includes(state(section));
  return sections.slice(from).find(waiting) ?? sections.slice(0, from).find(waiting);
}

const answeredIn = ({ answers }: Held): string[] => Object.keys(answers).filter((slug) => Object.keys(answers[slug]!.values).length > 0);

/** The entry of this contact: one that is open, else one that is done. */
function savedIn(entries: readonly Entry[], enrolled: Entry<"pathway">, contact: string): Entry<"check-in"> | undefined {
  const found = checkInsOf(entries, enrolled).filter(({ body }) => body.contact === contact);
  return found.find(({ body }) => body.state === "open") ?? found[0];
}
