import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readDraft } from "../../../shared/store/drafts.ts";
import { Icon } from "../../components/Icon.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { store } from "../../state.ts";
import { Shown } from "../service/useFetched.tsx";
import { type Board as Whole, type Mine, useBoard } from "./board.ts";
import { DRAFT_VERSION, type ListingDraft } from "./form/draft.ts";
import { NEW } from "./form/ListingForm.tsx";
import { nextWords, sorted, standingWords } from "./state-words.ts";
import { t as inbox } from "./inbox/words.ts";
import { ForPeople } from "./ForPeople.tsx";
import { StillCorrect } from "./StillCorrect.tsx";
import { t } from "./words.ts";

/** /organisation: what is to be confirmed, what was said to be wrong, and everything that is published. */
export function Board() {
  const found = useBoard();
  const unfinished = useUnfinished();
  return (
    <Page title={t("publish-title")}>
      <ForPeople />
      <p>{t("publish-about")}</p>
      <div class="buttons">
        <a class="button" href="/organisation/new">{t(unfinished.value === null ? "publish-new" : "publish-go-on")}</a>
      </div>
      {unfinished.value !== null && <p class="soft">{t("publish-unfinished", { name: unfinished.value || t("publish-no-name") })}</p>}
      <Shown of={found}>{(board) => <Listed board={board} />}</Shown>
      <h2>{t("publish-more")}</h2>
      <ul class="rows">
        <LinkRow to="/organisation/reports" what={t("publish-reports")} detail={t("publish-reports-words")} />
        <LinkRow to="/organisation/looked-for" what={inbox("looked-for-title")} detail={inbox("looked-for-row")} />
        <LinkRow to="/organisation/profile" what={t("publish-profile")} detail={t("publish-profile-words")} />
        <LinkRow to="/organisation/elsewhere" what={t("publish-elsewhere")} detail={t("publish-elsewhere-words")} />
        <LinkRow to="/organisation/people" what={t("publish-people")} detail={t("publish-people-words")} />
      </ul>
    </Page>
  );
}

/** The name of what was begun on this device and not sent; null for none. */
function useUnfinished() {
  const name = useSignal<string | null>(null);
  useEffect(() => {
    readDraft<ListingDraft>(store.value!, NEW, DRAFT_VERSION).then((draft) => (name.value = draft && draft.name.trim()), () => undefined);
  }, []);
  return name;
}

function Listed({ board: { listings, approved } }: { board: Whole }) {
  const asked = listings.filter((each) => each.asked);
  const rest = sorted(listings).filter((each) => !each.asked);
  return (
    <>
      {!approved && listings.length > 0 && <Notice kind="warm" title={t("publish-not-approved")}><p>{t("publish-not-approved-words")}</p></Notice>}
      {asked.length > 0 && (
        <section>
          <h2>{t("publish-correct-title")}</h2>
          <p class="soft">{t("publish-correct-why")}</p>
          {asked.map((mine) => (
            <div key={mine.id} class="publish-card">
              <ul class="rows"><Row mine={mine} /></ul>
              <StillCorrect mine={mine} />
            </div>
          ))}
        </section>
      )}
      <h2>{t("publish-listings")}</h2>
      {listings.length === 0 && <Empty><p>{t("publish-none")}</p><p>{t("publish-none-what")}</p>{!approved && <p>{t("publish-not-approved-words")}</p>}</Empty>}
      {listings.length > 0 && rest.length === 0 && <p class="soft">{t("publish-all-asked")}</p>}
      <ul class="rows">{rest.map((mine) => <Row key={mine.id} mine={mine} />)}</ul>
    </>
  );
}

function Row({ mine }: { mine: Mine }) {
  const next = nextWords(mine);
  return (
    <li>
      <a class="row" href={`/organisation/${mine.id}`}>
        <span class="grow">
          <span class="what">{mine.said.name}</span>
          {next && <span class="detail">{next}</span>}
          <span class="detail">{standingWords(mine)}</span>
          {mine.reports > 0 && <span class="detail doubt">{t("publish-reports-open", { count: mine.reports })}</span>}
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
