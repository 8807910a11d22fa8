import { useSignal } from "@preact/signals";
import type { Item, Questionnaire, Value, Values } from "../../../shared/content/questionnaire-types.ts";
import { isAsked, numberOf, opened, wordsOf } from "../../../shared/rules/answers.ts";
import { ABOUT_PLAN, type Answered, type Section, untaken } from "../../../shared/rules/check-in.ts";
import { pagesOf } from "../../../shared/rules/pages.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { SmallerStep } from "../goals/SmallerStep.tsx";
import { askedWhileStanding, ChairStand } from "../measures/ChairStand.tsx";
import { useInsisting } from "../measures/insisting.ts";
import { Question } from "../measures/Question.tsx";
import type { Stage } from "../measures/useStandTimer.ts";
import { Onwards } from "./Onwards.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

interface QuestionsProps {
  run: Run;
  section: Section;
  asked: Questionnaire;
  given: Answered;
  place: number;
}

/** One screen of questions. Going on waits only for what was typed and cannot be taken. */
export function Questions({ run, section, asked, given, place }: QuestionsProps) {
  const saving = useSaving();
  const insisting = useInsisting();
  const standing = useSignal<Stage>("before");
  const pages = pagesOf(asked);
  const ids = pages[place] ?? pages[0]!;
  const at = pages.indexOf(ids);
  const timed = askedWhileStanding(asked);
  const typed = run.held.typed?.[asked.slug] ?? {};
  const isHere = (item: Item) => isAsked(asked, item, given.values) && isAfterTheCount(asked, item, given.values);
  const items = asked.items.filter((item) => ids.includes(item.id) && isHere(item));
  const answer = async (id: string, value: Value | null, said?: string) => {
    const { [id]: _, ...others } = given.values;
    const { [id]: __, ...texts } = typed;
    const values = value === null ? others : { ...others, [id]: value };
    const changes = {
      answers: { ...run.held.answers, [asked.slug]: { version: given.version, values, left: false } },
      typed: { ...run.held.typed, [asked.slug]: said === undefined ? texts : { ...texts, [id]: said } },
    };
    insisting.end();
    run.keep(changes);
    const [yes] = value === null ? [] : opened(asked, { [id]: value });
    if (yes) await run.stopFor("answer", yes.card, yes.sign, `${asked.slug}/${at + 1}`, changes);
  };
  const on = async () => {
    if (untaken(asked, given.values, typed).some((stuck) => items.some(({ id }) => id === stuck))) return insisting.begin();
    const next = pages.findIndex((each, place) => place > at && asked.items.some((item) => each.includes(item.id) && isHere(item)));
    if (next > at) return go(run.at(asked.slug, next + 1));
    const changes = { answers: { ...run.held.answers, [asked.slug]: { ...given, left: false } } };
    if (await saving.try(() => run.write(changes))) go(run.at(asked.slug, "result"));
  };
  const isTimed = timed.length > 0 && at === 0;
  const isTimerFirst = isTimed && standing.value === "before" && timed.every((id) => given.values[id] === undefined && typed[id] === undefined);
  const back = at === 0 ? { to: run.base, words: run.step.title } : { to: run.at(asked.slug, at), words: t("checkin-page-before") };
  return (
    <Page title={asked.title} back={back}>
      {pages.length > 1 && <p class="soft">{t("checkin-page", { page: at + 1, of: pages.length })}</p>}
      {at === 0 && <Blocks of={asked.about} />}
      {isTimed && (
        <ChairStand
          asked={asked} values={given.values} change={(id, value, said) => void answer(id, value, said)} typed={typed}
          insisting={insisting.on} reached={(stage) => (standing.value = stage)}
        />
      )}
      {asked.intro && <p><strong>{asked.intro}</strong></p>}
      {items.some(({ kind }) => kind === "text") && run.by === "alone" && <NotWatched />}
      {items.filter((item) => !timed.includes(item.id)).map((item) => (
        <Question
          key={item.id} item={item} value={given.values[item.id] ?? null} change={(value, said) => void answer(item.id, value, said)}
          typed={typed[item.id]} insisting={insisting.on} named={item.about && wordsOf(asked, item.about, given.values)}
        />
      ))}
      {asked.slug === ABOUT_PLAN && run.sections.some(({ kind }) => kind === "goal") && (
        <SmallerStep sure={numberOf(asked, items[0]!.id, given.values)}><a class="button quiet" href={run.at("goal")}>{t("checkin-to-goal")}</a></SmallerStep>
      )}
      <saving.Trouble />
      <Onwards run={run} section={section} />
      {!(isTimed && ["ready", "go"].includes(standing.value)) && (
        <div class="thumb"><Button kind={isTimerFirst ? "quiet" : "main"} press={on}>{t("checkin-next")}</Button></div>
      )}
    </Page>
  );
}

/** What is only for a table beside a count is asked once there is a count. */
function isAfterTheCount(asked: Questionnaire, { id }: Item, values: Values): boolean {
  const timed = askedWhileStanding(asked);
  return !timed.length || timed.includes(id) || numberOf(asked, timed[0]!, values) !== null;
}
