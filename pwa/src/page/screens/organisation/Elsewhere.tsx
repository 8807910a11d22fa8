import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Shown } from "../service/useFetched.tsx";
import { type Board, useBoard } from "./board.ts";
import { standingOf } from "./state-words.ts";
import { ToCopy } from "./ToCopy.tsx";
import { home, t } from "./words.ts";

/** As the server gives things out: see backend/jointly/listings/giving_out/addresses.py. */
const at = (path: string): string => `${location.origin}/open/${path}`;

/** /organisation/elsewhere: what the organisation runs, in calendars, on its own website and in other directories. */
export function Elsewhere() {
  const found = useBoard();
  return (
    <Page title={t("publish-elsewhere")} back={home}>
      <p>{t("publish-elsewhere-about")}</p>
      <Shown of={found}>{(board) => <All board={board} />}</Shown>
    </Page>
  );
}

function All({ board: { organisation, name, approved } }: { board: Board }) {
  const list = at(`list/${organisation}`);
  const calendar = at(`ical/organisation/${organisation}.ics`);
  return (
    <>
      {!approved && <NotYet />}
      <ToCopy what={t("publish-elsewhere-list")} why={t("publish-elsewhere-list-words")} text={framed(list, name)} />
      <ToCopy what={t("publish-elsewhere-list-page")} why={t("publish-elsewhere-list-page-words")} text={list} open={list} />
      <ToCopy what={t("publish-elsewhere-calendar-all")} why={t("publish-elsewhere-calendar-words")} text={calendar} />
      <ToCopy what={t("publish-elsewhere-rss")} why={t("publish-elsewhere-rss-words")} text={at("rss")} />
      <h2>{t("publish-elsewhere-data")}</h2>
      <p>{t("publish-elsewhere-data-words")}</p>
      <ToCopy what="OpenActive" text={at("openactive")} open={at("openactive")} />
      <ToCopy what="Open Referral UK" text={at("oruk")} open={at("oruk")} />
    </>
  );
}

/** /organisation/<id>/elsewhere: one listing's own page and calendar. */
export function OneElsewhere({ listing }: { listing: string }) {
  const found = useBoard();
  const mine = found.value.value?.listings.find(({ id }) => id === listing);
  const page = `${location.origin}/near/${listing}`;
  return (
    <Page title={t("publish-elsewhere-one")} back={mine ? { to: `/organisation/${listing}`, words: mine.said.name } : home}>
      <Shown of={found}>
        {() => mine ? (
          <>
            {!["shown", "fading"].includes(standingOf(mine)) && <NotYet />}
            <ToCopy what={t("publish-elsewhere-page")} why={t("publish-elsewhere-page-words")} text={page} open={page} />
            <ToCopy what={t("publish-elsewhere-calendar")} why={t("publish-elsewhere-calendar-words")} text={at(`ical/${listing}.ics`)} />
          </>
        ) : <p>{t("publish-gone")}</p>}
      </Shown>
    </Page>
  );
}

const NotYet = () => <Notice kind="warm"><p>{t("publish-elsewhere-not-yet")}</p></Notice>;

/** The piece of a page that shows the list. Names of organisations are anybody's words. */
function framed(list: string, name: string): string {
  const title = name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${list}" title="${title}" width="100%" height="600" loading="lazy" style="border:0"></iframe>`;
}
