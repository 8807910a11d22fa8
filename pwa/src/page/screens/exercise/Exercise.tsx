import { useSignal } from "@preact/signals";
import type { Exercise as Facts, Programme } from "../../../shared/content/types.ts";
import { isOver, start } from "../../../shared/rules/player.ts";
import { itemFor } from "../../../shared/rules/today.ts";
import { badDays } from "../../../shared/rules/sessions.ts";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import type { ScreenProps } from "../../screens.ts";
import { entries, programme, today } from "../../state.ts";
import { After } from "./After.tsx";
import { Intro } from "./Intro.tsx";
import { Leaving } from "./Leaving.tsx";
import { Interrupted } from "./Interrupted.tsx";
import { Running } from "./Running.tsx";
import { Saved } from "./Saved.tsx";
import { type Session, newSession, toAnswers } from "./session.ts";
import { settings } from "./settings.ts";
import { useHeading } from "./useHeading.ts";
import { useSitting } from "./useSitting.ts";
import { t } from "./words.ts";
import "./exercise.css";

/** /exercise/<slug>, with ?gentle=1 for the bad-day version and ?gentle=0 for the usual one on a bad day. */
export default function Exercise({ parts: [slug = ""] }: ScreenProps) {
  const course = programme.value;
  const facts = course?.exercises.find((exercise) => exercise.slug === slug);
  if (!course || !facts) return <Missing />;
  return <Sitting key={slug} programme={course} facts={facts} />;
}

function Missing() {
  return (
    <Page title={t("exercise-missing-title")}>
      <p>{t("exercise-missing")}</p>
      <a class="button" href="/">{t("exercise-back-to-today")}</a>
    </Page>
  );
}

function Sitting({ programme, facts }: { programme: Programme; facts: Facts }) {
  const sitting = useSitting(facts.slug);
  const gentle = useSignal(gentleAtFirst());
  const saved = useSignal<string | null>(null);
  const session = sitting.session.value;
  const interrupted = sitting.interrupted.value;
  const stage = saved.value ? "saved" : interrupted ? "interrupted" : session ? session.stage : "intro";
  useHeading(stage);

  if (session === undefined) return <Loading />;
  const item = itemFor(entries.value, programme, facts, session?.gentle ?? gentle.value);
  const { put } = sitting;
  const begin = () => {
    const fresh = newSession(programme.slug, item, settings.value.paced, Date.now());
    put({ ...fresh, player: start(fresh.player, Date.now()) });
  };
  const savedAs = (entry: string) => {
    sitting.clear();
    saved.value = entry;
  };

  if (saved.value) return <Saved programme={programme} facts={facts} entry={saved.value} />;
  if (!session) {
    return (
      <Page title={facts.title} back={{ to: "/", words: t("exercise-back-to-today") }}>
        <Intro programme={programme} item={item} start={begin} swap={(on) => (gentle.value = on)} />
      </Page>
    );
  }
  if (interrupted) return <Interrupted session={session} facts={facts} put={put} again={() => sitting.clear()} />;
  if (session.stage === "after" && session.answers) {
    return <After session={session} answers={session.answers} facts={facts} put={put} saved={savedAs} />;
  }
  if (session.stage === "leaving") {
    return <Leaving session={session} facts={facts} put={put} later={() => go("/")} />;
  }
  const change = (to: (now: Session) => Session) => {
    const now = sitting.session.peek();
    if (now) put(to(now));
  };
  return (
    <Page title={facts.title}>
      <Running
        programme={programme}
        item={item}
        first={session.player}
        keep={(player) => !isOver(player) && change((now) => ({ ...now, player }))}
        over={(player) => change((now) => toAnswers({ ...now, player }))}
        stop={(player) => change((now) => ({ ...now, player, stage: "leaving" }))}
      />
    </Page>
  );
}

function gentleAtFirst(): boolean {
  const asked = new URLSearchParams(location.search).get("gentle");
  return asked === null ? badDays(entries.value).includes(today.value) : asked === "1";
}
