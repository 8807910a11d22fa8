import { Icon } from "../../components/Icon.tsx";
import { t } from "./words.ts";

/** Says that a form was saved, where it stays in sight; to those who listen too. */
export const Saved = ({ when }: { when: boolean }) => (
  <p class="remind-saved" role="status">{when && <><Icon name="tick" /> {t("reminders-saved")}</>}</p>
);
