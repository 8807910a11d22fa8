import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { datesToCome } from "../../../shared/listings/cards.ts";
import { Problem } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { me } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { Access, Contact, Cost, Place, Who } from "../near/Facts.tsx";
import { ListingWords } from "../near/ListingRow.tsx";
import { whenWords } from "../near/say.ts";
import { useHeld } from "../goals/saving.ts";
import { OneOf } from "./chips.tsx";
import { useDoing } from "./doing.tsx";
import { Words } from "./fields.tsx";
import { type Listed, listed } from "./looking.ts";
import { episodeOf, opened as shown, type Suggestion } from "./opening.ts";
import { useThings } from "./Others.tsx";
import type { Here } from "./Support.tsx";
import { organisationOf, whyFor } from "./why.ts";
import { t } from "./words.ts";
import { onSuggestion, suggest } from "./writing.ts";
import "../near/near.css";

type Kind = Suggestion["kind"];

/** One thing to suggest: who suggests it and why stand there already. */
export function SuggestOne(here: Here & { kind: string; thing: string }) {
  return here.kind === "activity" ? <Activity key={here.thing} {...here} /> : <Other key={here.thing} {...here} kind={here.kind as Kind} />;
}

function Activity(here: Here & { thing: string }) {
  const one = useSignal<Listed | "gone" | "failed" | null>(null);
  const look = () => listed(here.thing).then((found) => (one.value = found), (error: unknown) => (one.value = error instanceof Problem ? "gone" : "failed"));
  useEffect(() => void look(), []);
  const back = { to: `${here.home.to}/suggest`, words: t("sup-back-to-list") };
  if (one.value === null) return <Page title={t("sup-suggest-to", { called: here.called })} back={back}><Loading /></Page>;
  if (typeof one.value === "string") return <Page title={t("sup-suggest-to", { called: here.called })} back={back}><Failed words={t(one.value === "gone" ? "sup-thing-gone" : "sup-offline")} again={look} /></Page>;
  return <Form {...here} kind="activity" name={one.value.card.name} one={one.value} back={back} />;
}

function Other(here: Here & { kind: Kind; thing: string }) {
  const things = useThings(here.kind);
  const back = { to: `${here.home.to}/suggest/${here.kind}`, words: t("sup-back-to-list") };
  const thing = things?.find(({ slug }) => slug === here.thing);
  if (!thing) return <Page title={t("sup-suggest-to", { called: here.called })} back={back}>{things === undefined ? <Loading /> : <Failed words={t("sup-thing-gone")} />}</Page>;
  return <Form {...here} name={thing.title} one={null} back={back} />;
}

interface FormProps extends Here {
  kind: Kind;
  thing: string;
  name: string;
  one: Listed | null;
  back: { to: string; words: string };
}

/** Names on the wire are no longer than this. */
const NAME = 70;

function Form({ opened, person, called, home, kind, thing, name, one, back }: FormProps) {
  const form = useHeld(`suggest ${person} ${thing}`, () => ({ why: whyFor(opened, one), start: "none" }));
  const doing = useDoing();
  const { why, start } = form.value.value!;
  const now = new Date();
  const dates = one ? datesToCome(one.card, now).filter(({ status }) => status !== "cancelled").slice(0, 4) : [];
  const again = opened.support.prescriptions.find((each) => each.thing === thing && each.state !== "closed");
  const organisation = one && organisationOf(one);
  const save = async () => {
    let id = "";
    const referral = episodeOf(opened.support)?.id;
    const done = await doing.run(async () => {
      id = await suggest(person, {
        kind, thing, name: name.slice(0, NAME), ...(why.trim() && { why: why.trim() }), ...(start !== "none" && { start }),
        ...(organisation && { organisation }), ...(referral && { referral }),
      });
    });
    if (!done) return;
    await form.done();
    go(`${home.to}/suggested/${id}`);
    const kept = shown.peek()?.waiting.has(id) ? "sup-suggested-waits" : "sup-suggested-kept";
    offerUndo({ words: t(kept, { name, called }), undo: () => onSuggestion(id, { kind: "withdraw" }) });
  };
  return (
    <Page title={t("sup-suggest-one", { name })} back={back}>
      {again && <p><a href={`${home.to}/suggested/${again.id}`}>{t("sup-suggested-before", { called })}</a></p>}
      {one && <div class="row support-one"><ListingWords card={one.card} source={one.source} {...(one.km !== undefined && { km: one.km })} /></div>}
      {one && <p class="soft">{t(organisation ? "sup-group-here" : "sup-group-elsewhere", { by: one.card.by })}</p>}
      <p>{t("sup-from", { who: me.value?.called ?? t("sup-somebody"), called })}</p>
      <Words question={t("sup-why", { called })} hint={t("sup-why-hint")} value={why} change={(text) => form.change({ why: text })} />
      {dates.length > 0 && (
        <OneOf
          question={t("sup-first-date")} options={["none", ...dates.map((date) => date.start)]} chosen={start} choose={(date) => form.change({ start: date })}
          words={(date) => (date === "none" ? t("sup-first-date-none") : whenWords(dates.find((each) => each.start === date)!, now))}
        />
      )}
      <doing.Trouble />
      <div class="buttons"><Button press={save}>{t("sup-suggest-do", { called })}</Button></div>
      {one && <Fold words={t("sup-all-about")}><Place card={one.card} /><Cost card={one.card} /><Access card={one.card} /><Who card={one.card} /><Contact card={one.card} /></Fold>}
    </Page>
  );
}
