/** What the form of a goal holds, where it starts from, what it still needs, and the goal that it makes. */
import type { Day } from "../../../shared/dates.ts";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";

export type Step = "goal" | "action" | "sure" | "coping" | "review";

/** What somebody will do, as it is typed in. */
export interface ActionDraft {
  what: string;
  when: string;
  where: string;
  sure: number | null;
  /** the answer before the step was made smaller */
  before: number | null;
}

export interface GoalDraft extends ActionDraft {
  step: Step;
  /** the version of the goal that it was begun from */
  from: string | null;
  matters: string;
  goal: string;
  importance: number | null;
  coping: { if: string; then: string }[];
  review_on: Day | null;
  bad_day: string;
}

/** Raise it when the shape changes. */
export const DRAFT_VERSION = 1;

const NO_COPING = { if: "", then: "" };

export function draftFrom(before?: Entry<"goal">): GoalDraft {
  const goal = before?.body;
  return {
    step: "goal", from: before?.head.id ?? null, matters: goal?.matters ?? "", goal: goal?.goal ?? "", importance: goal?.importance ?? null,
    ...actionFrom(goal), coping: goal?.coping.length ? goal.coping : [NO_COPING], review_on: goal?.review_on ?? null, bad_day: goal?.bad_day ?? "",
  };
}

export function actionFrom(goal?: Goal): ActionDraft {
  const action = goal?.action;
  return { what: action?.what ?? "", when: action?.when ?? "", where: action?.where ?? "", sure: action?.confidence ?? null, before: null };
}

/** How sure is asked of a step that there is. */
export const stepsOf = ({ what }: GoalDraft): Step[] => (said(what) ? ["goal", "action", "sure", "coping", "review"] : ["goal", "action", "coping", "review"]);

/** A place in the form with something still to say, and the message that says so. */
export interface Missing {
  step: Step;
  field: "goal" | "what" | "coping";
  words: string;
}

export const actionLacks = ({ what, when, where }: ActionDraft): boolean => !said(what) && !!(said(when) || said(where));

/** What keeps the steps up to `last` from being saved: the first of it, or null. */
export function missingIn(draft: GoalDraft): Missing | null {
  if (!said(draft.goal)) return { step: "goal", field: "goal", words: "goals-goal-needed" };
  if (actionLacks(draft)) return { step: "action", field: "what", words: "goals-what-needed" };
  if (draft.coping.some(isHalf)) return { step: "coping", field: "coping", words: "goals-coping-needed" };
  return null;
}

export const isHalf = (each: { if: string; then: string }): boolean => !said(each.if) !== !said(each.then);

/** The goal as it is saved; how it stands and what was said of it before stay. */
export function goalIn(draft: GoalDraft, before?: Goal): Goal {
  return {
    matters: said(draft.matters), goal: draft.goal.trim(), importance: draft.importance, action: actionIn(draft),
    coping: draft.coping.filter((each) => said(each.if) && said(each.then)).map((each) => ({ if: each.if.trim(), then: each.then.trim() })),
    review_on: draft.review_on, status: before?.status ?? "active", helped: before?.helped ?? null, bad_day: said(draft.bad_day),
    ...(before?.reviewed && { reviewed: before.reviewed }),
  };
}

export function actionIn({ what, when, where, sure }: ActionDraft): Goal["action"] {
  return said(what) ? { what: what.trim(), when: said(when), where: said(where), confidence: sure } : null;
}

const said = (words: string): string | null => words.trim() || null;
