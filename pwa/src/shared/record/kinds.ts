/**
 * What a person can record, and the shape of each kind's body: the server's own, from its description (api/schema.d.ts,
 * where the models in the rooms' `schemas.py` say what each field means). A kind or a field that changes there stops the
 * type check here.
 */
import type { Schemas } from "../api/schema.d.ts";

/** The server also takes null for what may be left out; this app leaves it out. */
type Said<T> = { [F in keyof T]: {} extends Pick<T, F> ? NonNullable<T[F]> : T[F] };

export type Bodies = { [K in keyof Schemas["Bodies"]]: Said<Schemas["Bodies"][K]> };
export type Kind = keyof Bodies;

export type Pain = Bodies["pain"];
export type ExerciseDone = Bodies["exercise"];
export type Outcome = ExerciseDone["outcome"];
/** When the person does a programme: times of day ("09:00") by weekday. One entry a programme, corrected by new versions. */
export type Plan = Bodies["plan"];
/** What somebody wants to reach and their plan for it: one entry a goal, corrected by new versions. */
export type Goal = Bodies["goal"];
/** A pathway that somebody is on: one entry a pathway, corrected by new versions. */
export type OnPathway = Bodies["pathway"];
/** One contact of a pathway: `open` until it is done, and saved again as it goes on. */
export type CheckIn = Bodies["check-in"];
/** The result of an instrument whose wording is not in the content. */
export type Score = Bodies["score"];
/** A yes that stopped a check-in and the card it opened: one entry for each sign, to which more is added and never deleted. */
export type Safety = Bodies["safety"];
/** What stands in a check-in where others name their pathway, when the team asked measures beside any (see rules/measured.ts). */
export const MEASURED = "support-measures";
