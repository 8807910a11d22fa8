/** What a worker writes: each verb makes the id, sends it, and shows what came of it. They raise what sending raises. */
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { put } from "../../desk.ts";
import { me } from "../../state.ts";
import { type Opened, opened, type Step, type Suggestion, type Support } from "./opening.ts";

type NewStep = Omit<Schemas["NewStep"], "at">;
type NewSuggestion = Omit<Schemas["NewPrescription"], "person">;
type Task = Schemas["Task"];

/** The same words sent again after a lost answer are the same thing, said at the same time. */
const tried = new Map<string, { id: string; at: string }>();

async function once<T>(where: string, said: object, send: (id: string, at: string) => Promise<T>): Promise<T> {
  const key = JSON.stringify([where, said]);
  const { id, at } = tried.get(key) ?? { id: uuid7(), at: new Date().toISOString() };
  tried.set(key, { id, at });
  const answer = await send(id, at);
  tried.delete(key);
  return answer;
}

const show = (change: (support: Support) => Support, waiting?: string): void => {
  const now = opened.peek()!;
  opened.value = { ...now, support: change(now.support), waiting: waiting ? new Set([...now.waiting, waiting]) : now.waiting } satisfies Opened;
};

/** Something that happened in an episode. Gives the step's id. */
export const inEpisode = (referral: string, said: NewStep): Promise<string> => once(referral, said, async (id, at) => {
  const answer = await put<Support>(`/api/referrals/${referral}/steps/${id}`, { ...said, at });
  if (answer) show(() => answer);
  else show((now) => ({ ...now, referrals: now.referrals.map((one) => (one.id === referral ? { ...one, steps: [...one.steps, stepOf(id, at, said)] } : one)) }), id);
  return id;
});

/** A part of their page, said anew. */
export const onPage = (person: string, said: Omit<NewStep, "kind">): Promise<string> => once(person, said, async (id, at) => {
  const body: NewStep = { ...said, kind: "section" };
  const answer = await put<Support>(`/api/people/${person}/page/${id}`, { ...body, at });
  if (answer) show(() => answer);
  else show((now) => ({ ...now, page: [...now.page, stepOf(id, at, body)] }), id);
  return id;
});

/** Something that happened with a suggestion, by the team or as somebody told them; at another time than now where one is given. */
export const onSuggestion = (suggestion: string, said: NewStep, when?: string): Promise<string> => once(`${suggestion} ${when}`, said, async (id, now) => {
  const at = when ?? now;
  const answer = await put<Suggestion>(`/api/prescriptions/${suggestion}/steps/${id}`, { ...said, at });
  const change = (one: Suggestion) => (one.id !== suggestion ? one : answer ?? { ...one, steps: [...one.steps, stepOf(id, at, said)] });
  show((now) => ({ ...now, prescriptions: now.prescriptions.map(change) }), answer ? undefined : id);
  return id;
});

/** Suggests something to them. */
export const suggest = (person: string, said: NewSuggestion): Promise<string> => once(person, said, async (id, at) => {
  const answer = await put<Suggestion>(`/api/prescriptions/${id}`, { ...said, person });
  const one = answer ?? suggestionOf(id, at, person, said);
  show((now) => ({ ...now, prescriptions: [...now.prescriptions.filter((each) => each.id !== id), one] }), answer ? undefined : id);
  return id;
});

/** A dated task: a new one. */
export const keepTask = (person: string, said: Pick<Task, "words" | "due_on">): Promise<string> => once(person, said, async (id) => {
  const answer = await put<Task>(`/api/tasks/${id}`, { ...said, person });
  showTask(answer ?? { id, person, owner: me.value!.person, ...said, done_at: null }, !answer);
  return id;
});

/** Ticks a task off, or takes that back. Its words are not sent: they may have been changed since they were read here. */
export const tickTask = (task: Task, done: boolean): Promise<void> => once(task.id, { done }, async (_, at) => {
  const answer = await put<Task>(`/api/tasks/${task.id}`, { person: task.person, done });
  showTask(answer ?? { ...task, done_at: done ? at : null }, !answer);
});

const showTask = (task: Task, waits: boolean): void =>
  show((now) => ({ ...now, tasks: [...now.tasks.filter(({ id }) => id !== task.id), task] }), waits ? task.id : undefined);

/** Begins an episode of somebody who agreed to it. */
export const refer = (person: string, said: Omit<Schemas["NewReferral"], "person">): Promise<string> => once(person, said, async (id) => {
  await put(`/api/referrals/${id}`, { ...said, person });
  return id;
});

/** As the server will have it, until it has. */
function stepOf(id: string, at: string, { kind, side, previous, ...said }: NewStep): Step {
  const words = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined)) as Step["said"];
  return { id, kind, side: side ?? "worker", by: me.value!.person, called: me.value!.called ?? null, at, received_at: at, previous: previous ?? null, said: words };
}

const suggestionOf = (id: string, at: string, person: string, { referral = null, organisation = null, why = null, next_on = null, ...said }: NewSuggestion): Suggestion => ({
  id, person, referral, organisation, why, next_on, kind: said.kind, thing: said.thing, name: said.name, state: "suggested", owner: me.value!.person,
  made_at: at, first_at: null, visits: 0, missed: 0, closed_at: null, outcome: null, steps: [],
});
