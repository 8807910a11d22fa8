import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { Actions } from "./Actions.tsx";
import { Access, Contact, Cost, From, Place, Who } from "./Facts.tsx";
import { ageWords, doubtWords, freshWords } from "./say.ts";
import { type Known, useListing } from "./useListing.ts";
import { Dates } from "./Dates.tsx";
import { t } from "./words.ts";

/** /near/<id>: everything that a listing states, and what it does not. */
export function One({ listing }: { listing: string }) {
  const { known, there, again } = useListing(listing);
  if (known) return <Whole {...known} />;
  if (there === "gone") return <Gone />;
  return (
    <Page title={t("near-title")} back={{ to: "/near", words: t("near-title") }}>
      {there === "asking" ? <Loading /> : <Failed words={t(there === "no-answer" ? "near-one-offline" : "near-failed")} again={again} />}
    </Page>
  );
}

function Whole({ card, source, gone, read_at }: Known) {
  const now = new Date();
  const doubt = gone ? t("near-gone-saved") : doubtWords(card, source, now);
  return (
    <Page title={card.name} back={{ to: "/near", words: t("near-title") }}>
      <p>{t("near-by", { by: card.by })}</p>
      <p class="soft">{freshWords(card, source, now)}</p>
      {read_at && <p class="soft small">{t("near-kept-offline", { age: ageWords(read_at, now) })}</p>}
      {doubt && <Notice kind="warm"><p>{doubt}</p></Notice>}
      {card.cancelled && <Notice kind="stop"><p>{t("near-cancelled")}</p></Notice>}
      {card.summary && <p class="near-summary">{card.summary}</p>}
      <Actions card={card} source={source} read_at={read_at} />
      <Dates card={card} now={now} calendar={source?.here && !gone && !read_at ? `/open/ical/${card.id}.ics` : undefined} />
      <Place card={card} />
      <Cost card={card} />
      <Access card={card} />
      <Who card={card} />
      <Contact card={card} />
      <From card={card} source={source} />
      <p><a class="button plain" href={`/near/${card.id}/wrong`}>{t("near-wrong")}</a></p>
    </Page>
  );
}

function Gone() {
  return (
    <Page title={t("near-gone")} back={{ to: "/near", words: t("near-title") }}>
      <p>{t("near-gone-words")}</p>
      <a class="button" href="/near">{t("near-title")}</a>
    </Page>
  );
}
