import { isOpen, suggestionsOf } from "../../../shared/rules/suggested.ts";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { entries } from "../../state.ts";
import { Card } from "./Card.tsx";
import { t } from "./words.ts";

/** All that was suggested: what is open, and folded away what is over. */
export function List() {
  const all = suggestionsOf(entries.value);
  const open = all.filter(isOpen);
  const over = all.filter((one) => !isOpen(one));
  return (
    <Page title={t("suggested-title")} back={{ to: "/", words: t("nav-today") }}>
      {open.length > 0 && <p>{t("suggested-intro")}</p>}
      {all.length === 0 && (
        <Empty>
          <p>{t("suggested-none")}</p>
          <a class="button" href="/near">{t("suggested-none-near")}</a>
        </Empty>
      )}
      {open.length > 0 && <ul class="rows">{open.map((one) => <li key={one.id}><Card suggestion={one} /></li>)}</ul>}
      {over.length > 0 && (
        <Fold words={t("suggested-over", { count: over.length })} open={open.length === 0}>
          <ul class="rows">{over.map((one) => <li key={one.id}><Card suggestion={one} /></li>)}</ul>
        </Fold>
      )}
      <div class="buttons">
        <a class="button quiet" href="/suggested/news">{t("news-title")}</a>
        <a class="button quiet" href="/suggested/ask">{t("own-support-title")}</a>
      </div>
    </Page>
  );
}
