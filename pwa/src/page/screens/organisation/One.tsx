import { askAt } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { patternWords } from "../near/say.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { Shown } from "../service/useFetched.tsx";
import { keepMine, type Mine, useBoard } from "./board.ts";
import { Delete } from "./Delete.tsx";
import { Looks } from "./form/Looks.tsx";
import { patternOf } from "./form/preview.ts";
import { nextWords, standingOf, standingWords } from "./state-words.ts";
import { StillCorrect } from "./StillCorrect.tsx";
import { home, t } from "./words.ts";

/** /organisation/<id>: how one listing stands, and all that can be done with it. */
export function One({ listing }: { listing: string }) {
  const found = useBoard();
  const mine = found.value.value?.listings.find(({ id }) => id === listing);
  return (
    <Page title={mine?.said.name ?? t("publish-title")} back={home}>
      <Shown of={found}>{(board) => (mine ? <Whole mine={mine} who={board} /> : <p>{t("publish-gone")}</p>)}</Shown>
    </Page>
  );
}

function Whole({ mine, who }: { mine: Mine; who: Parameters<typeof Looks>[0]["who"] }) {
  const { id, said, asked, reports } = mine;
  const standing = standingOf(mine);
  const next = nextWords(mine);
  return (
    <>
      <p><strong>{standingWords(mine)}</strong></p>
      {next && <p>{next}</p>}
      {said.runs.map((runs) => <p key={`${runs.first} ${runs.start}`} class="soft">{patternWords(patternOf(runs))}</p>)}
      {(asked || standing === "hidden") && (
        <Notice kind="warm" title={t("publish-correct-title")}>
          <p>{t("publish-correct-why")}</p>
          <StillCorrect mine={mine} />
        </Notice>
      )}
      <ul class="rows">
        {reports > 0 && <LinkRow to="/organisation/reports" what={t("publish-reports-open", { count: reports })} detail={t("publish-reports-words")} />}
        <LinkRow to={`/organisation/${id}/change`} what={t("publish-change")} detail={t("publish-change-words")} />
        {said.runs.length > 0 && <LinkRow to={`/organisation/${id}/dates`} what={t("publish-dates")} detail={t("publish-dates-words")} />}
        <LinkRow to={`/organisation/${id}/elsewhere`} what={t("publish-elsewhere-one")} detail={t("publish-elsewhere-one-words")} />
        <LinkRow to={`/organisation/${id}/again`} what={t("publish-again")} detail={t("publish-again-words")} />
        {["shown", "fading"].includes(standing) && <LinkRow to={`/near/${id}`} what={t("publish-see")} detail={t("publish-see-words")} />}
      </ul>
      {standing === "draft" && <Looks id={id} said={said} who={who} />}
      <Publish mine={mine} />
      <Delete mine={mine} />
    </>
  );
}

/** In sight or not: a draft is published, and what is published can be taken out of sight again. */
function Publish({ mine: { id, said } }: { mine: Mine }) {
  const doing = useDoing();
  const set = (published: boolean) => () => doing.run(
    async () => keepMine(await askAt("PUT /api/publishing/listings/{listing}", { listing: id }, { ...said, published })),
    t(published ? "publish-was-published" : "publish-was-hidden", { name: said.name }),
  );
  return (
    <>
      <Came of={doing} />
      {said.published
        ? <Button kind="quiet" press={set(false)}>{t("publish-hide")}</Button>
        : <Button press={set(true)}>{t("publish-publish")}</Button>}
    </>
  );
}
