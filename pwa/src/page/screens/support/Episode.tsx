import { useSignal } from "@preact/signals";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import type { Day } from "../../../shared/dates.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { me } from "../../state.ts";
import { ClosingLink } from "../closing/ClosingLink.tsx";
import { OneOf, WhenNext } from "./chips.tsx";
import { CloseEpisode } from "./CloseEpisode.tsx";
import { Contacts } from "./Contacts.tsx";
import { useDoing } from "./doing.tsx";
import { NextWords, ownerWords } from "./EpisodeCard.tsx";
import { OneLine, Words } from "./fields.tsx";
import { episodeOf, openAgain, type Referral } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { dateOf, dayWordsOf, t } from "./words.ts";
import { inEpisode } from "./writing.ts";

/** One episode: how they came, who has it in hand, and what is done with it. Those before stand below, to be read. */
export function Episode(here: Here) {
  const { opened: { support }, called, home } = here;
  const episode = episodeOf(support);
  const before = support.referrals.filter(({ state }) => state === "closed").toReversed();
  return (
    <Page title={t("sup-episode-of", { called })} back={home}>
      {episode ? <Moves {...here} episode={episode} /> : <p>{t("sup-episode-over", { called })}</p>}
      {episode && <Details of={episode} />}
      <Contacts {...here} />
      {before.map((one) => (
        <Fold key={one.id} words={t("sup-episode-before", { from: dateOf(one.received_at), to: dateOf(one.closed_at ?? one.received_at) })}>
          <p>{t("sup-outcome", { outcome: one.outcome ?? "other" })}</p>
          {one.outcome !== "merged" && <ClosingLink home={home.to} referral={one.id} />}
          <Details of={one} />
        </Fold>
      ))}
    </Page>
  );
}

export interface MoveProps extends Here {
  episode: Referral;
}

function Moves(props: MoveProps) {
  const { episode, opened: { support }, called } = props;
  const doing = useDoing();
  const step = (said: Omit<Schemas["NewStep"], "at">, done: string) => () => doing.run(async () => {
    await inEpisode(episode.id, said);
    announce(done);
  });
  const mine = me.value!.person;
  const holder = support.names[episode.owner];
  const take = async () => {
    const said = { kind: "take" as const, owner: mine, instead_of: episode.owner };
    if (!(await step(said, t("sup-taken"))())) await openAgain(support.person).catch(() => undefined); // whoever has it by now is shown
  };
  return (
    <>
      <p>
        <strong>{t("sup-referral-state", { state: episode.state, count: episode.attempts })}</strong>{" "}
        {ownerWords(episode, support.names)} <NextWords day={episode.next_on} />
      </p>
      <doing.Trouble />
      <div class="buttons">
        {episode.owner !== mine && <Button press={take}>{holder ? t("sup-take-over", { who: holder }) : t("sup-take")}</Button>}
        {episode.state !== "active" && <Button kind="quiet" press={step({ kind: "accept" }, t("sup-accepted"))}>{t("sup-accept", { called })}</Button>}
      </div>
      <Fold words={t("sup-next-date")}><NextDate {...props} /></Fold>
      <Fold words={t("sup-hand-over")}><HandOver {...props} /></Fold>
      <Fold words={t("sup-signpost")}><Signpost {...props} /></Fold>
      <Fold words={t("sup-note")}><Note {...props} /></Fold>
      <Fold words={t("sup-close")}><CloseEpisode {...props} /></Fold>
    </>
  );
}

/** The day on which something is due next. */
function NextDate({ episode }: MoveProps) {
  const doing = useDoing();
  const day = useSignal<Day | null>(episode.next_on);
  const save = async () => {
    if (!day.value) return doing.say(t("sup-task-when-needed"));
    const next_on = day.value;
    if (await doing.run(() => inEpisode(episode.id, { kind: "plan-date", next_on }))) announce(t("sup-next", { day: dayWordsOf(next_on) }));
  };
  return (
    <>
      <WhenNext question={t("sup-next-contact")} value={day.value} choose={(next) => (day.value = next)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-save")}</Button>
    </>
  );
}

/** To a colleague, who finds it on their list. */
function HandOver({ episode, opened: { support } }: MoveProps) {
  const doing = useDoing();
  const to = useSignal<string | null>(null);
  const words = useSignal("");
  const team = Object.keys(support.team).filter((id) => id !== episode.owner);
  if (!team.length) return <p class="soft">{t("sup-hand-over-nobody")}</p>;
  const save = async () => {
    const owner = to.value;
    if (!owner) return doing.say(t("sup-hand-over-needed"));
    const said = { kind: "take" as const, owner, instead_of: episode.owner, ...(words.value.trim() && { words: words.value.trim() }) };
    if (await doing.run(() => inEpisode(episode.id, said))) announce(t("sup-handed-over", { who: support.team[owner]! }));
  };
  return (
    <>
      <OneOf question={t("sup-hand-over-whom")} options={team} words={(id) => support.team[id]!} chosen={to.value} choose={(id) => (to.value = id)} />
      <Words question={t("sup-hand-over-words")} hint={t("sup-optional")} value={words.value} change={(text) => (words.value = text)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-hand-over-do")}</Button>
    </>
  );
}

/** Details were given, and nobody was told: counted apart from what is suggested. */
function Signpost({ episode }: MoveProps) {
  const doing = useDoing();
  const name = useSignal("");
  const words = useSignal("");
  const save = async () => {
    if (!name.value.trim()) return doing.say(t("sup-signpost-needed"));
    const said = { kind: "signpost" as const, name: name.value.trim(), ...(words.value.trim() && { words: words.value.trim() }) };
    if (!(await doing.run(() => inEpisode(episode.id, said)))) return;
    name.value = words.value = "";
    announce(t("sup-signpost-kept"));
  };
  return (
    <>
      <p class="soft">{t("sup-signpost-hint")}</p>
      <OneLine question={t("sup-signpost-name")} longest={70} value={name.value} change={(text) => (name.value = text)} />
      <Words question={t("sup-signpost-words")} hint={t("sup-optional")} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-save")}</Button>
    </>
  );
}

/** Anything else that belongs to the episode. */
function Note({ episode, called }: MoveProps) {
  const doing = useDoing();
  const words = useSignal("");
  const save = async () => {
    const text = words.value.trim();
    if (!text) return doing.say(t("sup-part-needed"));
    if (!(await doing.run(() => inEpisode(episode.id, { kind: "note", words: text })))) return;
    words.value = "";
    announce(t("sup-saved"));
  };
  return (
    <>
      <Words question={t("sup-note-words")} hint={t("sup-part-words-hint", { called })} value={words.value} change={(text) => (words.value = text)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-save")}</Button>
    </>
  );
}

/** How they were referred: the referrer's view and their own words stay apart. */
function Details({ of: { details, source, received_at, first_contact_at, accepted_at } }: { of: Referral }) {
  const said: [string, string | null | undefined][] = [
    ["by", details && [details.referrer, details.referrer_role, details.organisation].filter(Boolean).join(", ")],
    ["contact", details?.contact], ["reason", details?.reason], ["view", details?.referrer_view], ["own", details?.own_view],
    ["practice", details?.practice], ["agreed", details && t("sup-agreed", { how: details.agreed })],
    ["received", dateOf(received_at)], ["first", first_contact_at && dateOf(first_contact_at)], ["accepted", accepted_at && dateOf(accepted_at)],
  ];
  return (
    <>
      <h2>{t("sup-how-referred")}</h2>
      <dl class="pairs">
        <dt>{t("sup-detail", { field: "source" })}</dt><dd>{t("sup-source-name", { source })}</dd>
        {said.filter(([, words]) => words).map(([field, words]) => [<dt key={field}>{t("sup-detail", { field })}</dt>, <dd key={`${field} said`}>{words}</dd>])}
      </dl>
    </>
  );
}
