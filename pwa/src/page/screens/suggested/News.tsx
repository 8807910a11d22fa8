import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { suggestionsOf } from "../../../shared/rules/suggested.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { entries } from "../../state.ts";
import { LETTER, letterNews } from "../closing/ClosingLink.tsx";
import { hearNews, type News as Item, news, seeNews, stale, unseen } from "./heard.ts";
import { namesOf, onDay, t } from "./words.ts";

/** Somebody of the team referred them: it is about their support as a whole, and no suggestion. */
const REFERRED = "support-refer";
const KINDS: readonly string[] = [
  "refer", "suggest", "send", "seen", "offer", "wait", "full", "unsuitable", "book", "off", "on", "say", "missed", "been", "finish", "withdraw",
].map((kind) => `support-${kind}`);

/** What others said or did, the newest first. What is shown counts as seen; it stays marked until the person leaves. */
export default function News() {
  const fresh = useSignal<string[]>([]);
  useEffect(() => void hearNews(), []);
  const waiting = unseen.value.map(({ id }) => id);
  useEffect(() => {
    if (!waiting.length) return;
    fresh.value = [...new Set([...fresh.value, ...waiting])];
    void seeNews(waiting);
  }, [waiting.join()]);
  return (
    <Page title={t("news-title")} back={{ to: "/suggested", words: t("suggested-back") }}>
      <p>{t("news-intro")}</p>
      {stale.value && <p class="soft small">{t("news-offline")}</p>}
      {news.value.length === 0 ? <Empty><p>{t("news-none")}</p></Empty> : (
        <ul class="rows">
          {news.value.map((one) => (
            <LinkRow
              key={one.id} to={toOf(one)} what={saysWords(one)}
              detail={[fresh.value.includes(one.id) && t("news-new"), onDay(one.at)].filter(Boolean).join(" · ")}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

const toOf = ({ kind, about }: Item): string => (kind === LETTER ? `/closing/${about}` : kind === REFERRED ? "/suggested/ask" : `/suggested/${about}`);

/** "Thornbeck Movers was told about you: Chair yoga" */
function saysWords({ kind, about }: Item): string {
  if (kind === LETTER) return letterNews();
  const one = suggestionsOf(entries.value).find(({ id }) => id === about);
  const group = one?.organisation ?? t("suggested-group-start");
  return t(`news-${KINDS.includes(kind) ? kind : "other"}`, { name: one?.name ?? t("news-something"), group, called: one ? namesOf(one).called : "" });
}
