import { signal } from "@preact/signals";
import { GROUPS, type Topic, type Topics as Pack } from "../../../shared/content/topic-types.ts";
import { found } from "../../../shared/rules/finding.ts";
import { localAddress } from "../../addresses.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import type { ScreenProps } from "../../screens.ts";
import { me } from "../../state.ts";
import { topicAddress, useTopics } from "./pack.ts";
import { textOf } from "./text.ts";
import { TopicText } from "./TopicText.tsx";
import { t } from "./words.ts";

/** What was looked for stays while somebody reads what was found. */
const typed = signal("");

/** /topics: all of them, with a search that needs no signal. /topics/<slug>: one of them. */
export default function Topics({ parts: [slug] }: ScreenProps) {
  const { topics, again } = useTopics();
  if (slug !== undefined && topics?.[slug]) return <One topic={topics[slug]} />;
  if (slug !== undefined && topics) return <Missing />;
  return (
    <Page title={t("topics-title")} back={me.value ? { to: "/more", words: t("nav-more") } : { to: "/", words: t("topics-back") }}>
      {topics === undefined && <Loading />}
      {topics === null && <Failed words={t("topics-not-here")} again={again} />}
      {topics && <List topics={topics} />}
    </Page>
  );
}

function List({ topics }: { topics: Pack }) {
  const all = Object.values(topics).sort((a, b) => a.order - b.order).map((topic) => ({ ...topic, text: textOf(topic) }));
  const shown = found(all, typed.value);
  return (
    <>
      <p>{t("topics-intro")}</p>
      <div class="field">
        <label for="topics-find">{t("topics-find")}</label>
        <span class="hint" id="topics-find-hint">{t("topics-find-hint")}</span>
        <input
          id="topics-find" class="input" type="search" autocomplete="off" aria-describedby="topics-find-hint" maxLength={60}
          value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <p role="status" class={shown.length ? "soft small" : undefined}>{typed.value.trim() ? t("topics-count", { count: shown.length }) : ""}</p>
      {typed.value.trim() ? <Rows of={shown} /> : GROUPS.map((group) => (
        <section key={group}>
          <h2>{t("topics-group", { group })}</h2>
          <Rows of={shown.filter((topic) => topic.group === group)} />
        </section>
      ))}
    </>
  );
}

function Rows({ of }: { of: readonly Topic[] }) {
  return (
    <ul class="rows">
      {of.map((topic) => <LinkRow key={topic.slug} to={topicAddress(topic.slug)} what={topic.title} detail={topic.summary} />)}
    </ul>
  );
}

function One({ topic }: { topic: Topic }) {
  const then = localAddress(new URLSearchParams(location.search).get("then"));
  const back = then ? { to: then, words: t("topics-back") } : { to: "/topics", words: t("topics-title") };
  return <Page title={topic.title} back={back}><TopicText topic={topic} /></Page>;
}

function Missing() {
  return (
    <Page title={t("topics-missing")} back={{ to: "/topics", words: t("topics-title") }}>
      <p>{t("topics-missing-words")}</p>
      <a class="button" href="/topics">{t("topics-title")}</a>
    </Page>
  );
}
