/** The person's own dates, soonest first. */
import type { Bodies } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { entries, today } from "../../state.ts";

export type OwnDate = Bodies["own-date"];

const allDates = (): Entry<"own-date">[] =>
  ofKind(entries.value, "own-date").toSorted((a, b) => (place(a.body) < place(b.body) ? -1 : 1));

const place = ({ on, at }: OwnDate): string => `${on}T${at ?? ""}`;

export const comingDates = (): Entry<"own-date">[] => allDates().filter(({ body }) => body.on >= today.value);

/** The latest first. */
export const pastDates = (): Entry<"own-date">[] => allDates().filter(({ body }) => body.on < today.value).reverse();
