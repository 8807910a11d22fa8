import { localTime, phoneClock } from "../../../shared/dates.ts";
import { timeWords } from "../../../shared/datewords.ts";
import { Notice } from "../../components/Notice.tsx";
import { copiedAt } from "../../desk.ts";
import { deskRefused, deskWaiting } from "../../told.ts";
import { t } from "./desk-words.ts";
import { Refused } from "./Refused.tsx";

/** How old what stands here is, when there is no signal; what waits to be sent; and what the service would not take. */
export function AsOf() {
  const at = copiedAt.value;
  const waiting = deskWaiting.value;
  return (
    <>
      {at && <Notice><p>{t("desk-copy", { time: timeWords(localTime(new Date(at), phoneClock.zone()).slice(11, 16)) })}</p></Notice>}
      {waiting > 0 && <p role="status" class="soft">{t("desk-waiting", { count: waiting })}</p>}
      {deskRefused.value > 0 && <Refused />}
    </>
  );
}
