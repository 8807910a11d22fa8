import { NoAnswer } from "../../../shared/api/client.ts";
import { reasonOf } from "../../reasons.ts";
import { t } from "../organisation/inbox/words.ts";

export { t };

export const troubleOf = (error: unknown): string => (error instanceof NoAnswer ? t("answer-offline") : reasonOf(error));
