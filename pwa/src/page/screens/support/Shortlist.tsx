import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { announce } from "../../announce.ts";
import { me, serviceName } from "../../state.ts";
import { Contact, Place } from "../near/Facts.tsx";
import { ListingWords } from "../near/ListingRow.tsx";
import { useDoing } from "./doing.tsx";
import { shortlistOf, shortlists, toggle } from "./looking.ts";
import { episodeOf } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { organisationOf, whyFor } from "./why.ts";
import { t } from "./words.ts";
import { suggest } from "./writing.ts";
import "../near/near.css";

const NAME = 70;

/** Several activities to choose from together: on paper, or on their phone as suggestions. */
export function Shortlist({ opened, person, called, home }: Here) {
  const doing = useDoing();
  const all = shortlistOf(person);
  const back = { to: `${home.to}/suggest`, words: t("sup-back-to-list") };
  const send = async () => {
    const referral = episodeOf(opened.support)?.id;
    const done = await doing.run(async () => {
      for (const one of all) {
        const [why, organisation] = [whyFor(opened, one), organisationOf(one)];
        await suggest(person, {
          kind: "activity", thing: one.card.id, name: one.card.name.slice(0, NAME), ...(why && { why }), ...(organisation && { organisation }), ...(referral && { referral }),
        });
        toggle(person, one); // what was sent is not sent again when the next one fails
      }
    });
    if (!done) return;
    shortlists.value = { ...shortlists.value, [person]: [] };
    go(home.to);
    announce(t("sup-short-sent", { called }));
  };
  if (!all.length) return <Page title={t("sup-shortlist", { called })} back={back}><p>{t("sup-short-none")}</p></Page>;
  return (
    <Page title={t("sup-shortlist", { called })} back={back}>
      <p>{t("sup-short-from", { who: me.value?.called ?? t("sup-somebody"), service: serviceName.value })}</p>
      <doing.Trouble />
      <div class="buttons">
        <Button press={send}>{t("sup-short-send", { count: all.length, called })}</Button>
        <Button kind="quiet" press={() => print()}>{t("sup-short-print")}</Button>
      </div>
      {all.map((one) => (
        <article key={one.card.id} class="support-short" aria-label={one.card.name}>
          <ListingWords card={one.card} source={one.source} {...(one.km !== undefined && { km: one.km })} />
          <Place card={one.card} />
          <Contact card={one.card} />
          <div class="buttons"><Button kind="plain" press={() => toggle(person, one)} label={t("sup-short-off-label", { name: one.card.name })}>{t("sup-short-off")}</Button></div>
        </article>
      ))}
    </Page>
  );
}
