import type { Section } from "../../../shared/rules/check-in.ts";
import type { CheckInPacks } from "./packs.ts";
import { t } from "./words.ts";

/** What a section is called. */
export const sectionTitle = ({ id, kind }: Section, { asks }: Pick<CheckInPacks, "asks">): string =>
  kind === "measure" ? (asks[id]?.title ?? id) : t(`checkin-section-${kind}`);
