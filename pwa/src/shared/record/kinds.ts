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
