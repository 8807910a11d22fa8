import { useEffect } from "preact/hooks";
import { LinkRow } from "../../components/LinkRow.tsx";
import { lookForNews, news } from "./inbox/news.ts";
import { t } from "./inbox/words.ts";
import { kept } from "./register/kept.ts";

/** Above the board: who was sent here, with how much is new, and the register, with what of it waits to be sent. */
export function ForPeople() {
  useEffect(() => void lookForNews(), []);
  const waiting = kept.value?.marks.length ?? 0;
  return (
    <ul class="rows">
      <LinkRow to="/organisation/inbox" what={t("inbox-title")} detail={news.value ? t("inbox-new", { count: news.value }) : t("inbox-row")} />
      <LinkRow to="/organisation/register" what={t("register-title")} detail={waiting ? t("register-waiting", { count: waiting }) : t("register-row")} />
    </ul>
  );
}
