import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isOpen, suggestionsOf } from "../../../shared/rules/suggested.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { entries } from "../../state.ts";
import { Card } from "./Card.tsx";
import { hearNews, unseen } from "./heard.ts";
import { t } from "./words.ts";
import "./suggested.css";

/** More than these are behind a link: Today is short. */
const SHOWN = 3;

/** What was suggested and is open, on Today; and how much is new about it. */
export function SuggestedCards() {
  useEffect(() => void hearNews(), []);
  const open = useComputed(() => suggestionsOf(entries.value).filter(isOpen)).value;
  const fresh = unseen.value.length;
  if (!open.length && !fresh) return null;
  return (
    <section>
      <h2>{t("suggested-title")}</h2>
      <ul class="rows">
        {fresh > 0 && <LinkRow to="/suggested/news" what={t("news-count", { count: fresh })} detail={t("news-count-words")} />}
        {open.slice(0, SHOWN).map((one) => <li key={one.id}><Card suggestion={one} /></li>)}
      </ul>
      {open.length > SHOWN && <a class="button plain" href="/suggested">{t("suggested-all", { count: open.length })}</a>}
    </section>
  );
}
