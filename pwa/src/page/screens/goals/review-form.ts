/** What a look back at a goal holds, and the goal that it makes. */
import type { Day } from "../../../shared/dates.ts";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { type Next, reviewed, type Went } from "../../../shared/rules/goals.ts";
import { type ActionDraft, actionFrom, actionIn, actionLacks } from "./form.ts";

export interface ReviewDraft extends ActionDraft {
  /** the version of the goal that it was begun from */
  from: string;
  went: Went | null;
  helped: string;
  next: Next | null;
  review_on: Day | null;
}

export const REVIEW_VERSION = 1;

export const WENT: Went[] = ["done", "part", "not"];
export const NEXT: Next[] = ["keep", "smaller", "another", "finished"];

export function reviewFrom({ body, head }: Entry<"goal">): ReviewDraft {
  return { ...actionFrom(body), from: head.id, went: null, helped: "", next: null, review_on: null };
}

/** Whether the goal is worked on afterwards, so that a next look can be chosen. */
export const goesOn = ({ next }: ReviewDraft): boolean => next === "keep" || next === "smaller";

export type ReviewMissing = "went" | "next" | "what";

export function missingInReview(draft: ReviewDraft): ReviewMissing | null {
  if (!draft.went) return "went";
  if (!draft.next) return "next";
  return draft.next === "smaller" && actionLacks(draft) ? "what" : null;
}

export function goalAfter(goal: Goal, draft: ReviewDraft, on: Day): Goal {
  const { went, next, helped, review_on } = draft;
  const after = reviewed(goal, { went: went!, next: next!, helped, on, review_on });
  return next === "smaller" ? { ...after, action: actionIn(draft) } : after;
}
