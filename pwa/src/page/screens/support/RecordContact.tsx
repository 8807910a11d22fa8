import type { Schemas } from "../../../shared/api/schema.d.ts";
import type { Day } from "../../../shared/dates.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { announce } from "../../announce.ts";
import { useHeld } from "../goals/saving.ts";
import { OneOf, SomeOf, WhenNext } from "./chips.tsx";
import { useDoing } from "./doing.tsx";
import { Words } from "./fields.tsx";
import { NobodyAnswered } from "./NobodyAnswered.tsx";
import { episodeOf, opened as shown, type Referral } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { t } from "./words.ts";
import { inEpisode } from "./writing.ts";

type Method = NonNullable<Schemas["NewStep"]["method"]>;
const METHODS: readonly Method[] = ["phone", "video", "in-person", "home", "group", "text", "email", "letter"];
const OTHERS = ["carer", "interpreter", "professional", "friend"] as const;
const MINUTES = ["5", "10", "15", "20", "30", "45", "60"] as const;
/** Finer than any code says it; what is counted later. */
const TOPICS = ["matters", "pain", "moving", "people", "mood", "money", "home", "work", "caring", "food", "sleep", "online"] as const;

interface Held {
  method: Method;
  others: (typeof OTHERS)[number][];
  minutes: (typeof MINUTES)[number] | null;
  topics: (typeof TOPICS)[number][];
  accept: boolean;
  next_on: Day | null;
  words: string;
}

/** A conversation, written down while it goes on: one tap for each thing, and no typing needed. */
export function RecordContact(here: Here) {
  const episode = episodeOf(here.opened.support);
  if (!episode) return <Page title={t("sup-contact")} back={here.home}><p>{t("sup-episode-none", { called: here.called })}</p></Page>;
  return <Form {...here} episode={episode} />;
}

function Form({ episode, ...here }: Here & { episode: Referral }) {
  const { opened, person, home, called } = here;
  const about = opened.support.about;
  const form = useHeld<Held>(`contact ${person}`, () => ({
    method: about?.contact === "text" || about?.contact === "email" || about?.contact === "letter" ? about.contact : "phone",
    others: [], minutes: null, topics: [], accept: false, next_on: null, words: "",
  }));
  const doing = useDoing();
  const { method, others, minutes, topics, accept, next_on, words } = form.value.value!;
  const save = async () => {
    const said = {
      kind: "contact" as const, method, ...(minutes && { minutes: Number(minutes) }), ...(others.length && { others: others.map((who) => t("sup-other", { who })).join(", ") }),
      ...(topics.length && { topics }), ...(words.trim() && { words: words.trim() }), ...(next_on && { next_on }),
    };
    const done = await doing.run(async () => {
      await inEpisode(episode.id, said);
      // A colleague may have begun the support meanwhile: then there is nothing left to accept, and the contact is kept once.
      const now = shown.peek();
      if (accept && (!now || episodeOf(now.support)?.state !== "active")) await inEpisode(episode.id, { kind: "accept", ...(next_on && { next_on }) });
    });
    if (!done) return;
    await form.done();
    go(home.to);
    announce(t("sup-contact-kept", { called }));
  };
  return (
    <Page title={t("sup-contact-with", { called })} back={home}>
      <div class="buttons"><NobodyAnswered {...here} episode={episode} /></div>
      <OneOf question={t("sup-how")} options={METHODS} words={(each) => t("sup-method", { method: each })} chosen={method} choose={(each) => form.change({ method: each })} />
      <OneOf question={t("sup-minutes")} options={MINUTES} words={(each) => each} chosen={minutes} choose={(each) => form.change({ minutes: each })} />
      <SomeOf question={t("sup-topics")} options={TOPICS} words={(topic) => t("sup-topic", { topic })} chosen={topics} change={(next) => form.change({ topics: next })} />
      {episode.state !== "active" && (
        <div class="choices support-accept">
          <Choice kind="checkbox" name="accept" value="yes" chosen={accept} choose={(on) => form.change({ accept: on })}>{t("sup-accept", { called })}</Choice>
        </div>
      )}
      <WhenNext question={t("sup-next-contact")} usual={t("sup-next-usual")} value={next_on} choose={(day) => form.change({ next_on: day })} />
      <Fold words={t("sup-contact-more")} open={Boolean(words || others.length)}>
        <SomeOf question={t("sup-others", { called })} options={OTHERS} words={(who) => t("sup-other", { who })} chosen={others} change={(next) => form.change({ others: next })} />
        <Words question={t("sup-contact-words")} hint={t("sup-part-words-hint", { called })} value={words} change={(text) => form.change({ words: text })} />
      </Fold>
      <doing.Trouble />
      <div class="thumb"><Button press={save}>{t("sup-contact-save")}</Button></div>
    </Page>
  );
}
