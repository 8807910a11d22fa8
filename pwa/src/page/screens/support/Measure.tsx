import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Questionnaire, Questionnaires, Value, Values } from "../../../shared/content/questionnaire-types.ts";
import type { Day } from "../../../shared/dates.ts";
import { isAsked, wordsOf } from "../../../shared/rules/answers.ts";
import { type Typed, untaken, wordsBefore } from "../../../shared/rules/check-in.ts";
import { answeredLast, FIRST_ASKED, mayBeAsked, measuredIn } from "../../../shared/rules/measured.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { useCheckInPacks } from "../checkin/packs.ts";
import { useInsisting } from "../measures/insisting.ts";
import { Question } from "../measures/Question.tsx";
import { keeper } from "../person/keeping.ts";
import { Trouble } from "../person/Person.tsx";
import { firstWay, WayField } from "../person/WayField.tsx";
import { useDoing } from "./doing.tsx";
import { type Shared, sharedOf } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { t } from "./words.ts";

interface MeasureProps extends Here {
  /** which one is asked; ONS4 unless the address says another */
  slug: string | undefined;
}

/** The questions of one measure on one screen, for a worker who asks them: it becomes a check-in in the person's own diary. */
export function Measure({ slug, ...here }: MeasureProps) {
  const { called, home, person } = here;
  const packs = useCheckInPacks();
  const shared = useSignal<Shared | null>(null);
  const failed = useSignal<unknown>(null);
  const look = () => {
    failed.value = null;
    return sharedOf(person).then((found) => void (shared.value = found), (error: unknown) => void (failed.value = error));
  };
  useEffect(() => void look(), [person]);
  const may = shared.value && shared.value.ways.length > 0 && shared.value.writes.includes("checkins");
  return (
    <Page title={t("sup-measure-of", { called })} back={home}>
      {failed.value !== null && <Trouble error={failed.value} again={look} />}
      {failed.value === null && !(packs && shared.value) && <Loading />}
      {shared.value && !may && <p>{t("sup-measure-unshared", { called })}</p>}
      {packs && may && <Form {...here} asks={packs.asks} shared={shared.value!} first={slug ?? FIRST_ASKED} />}
    </Page>
  );
}

function Form({ asks, shared, first, person, called, home }: Here & { asks: Questionnaires; shared: Shared; first: string }) {
  const offered = Object.values(asks).filter(mayBeAsked);
  const chosen = useSignal(offered.some(({ slug }) => slug === first) ? first : offered[0]!.slug);
  const asked = asks[chosen.value]!;
  const from = `${home.to}/measure`;
  return (
    <>
      <div class="field">
        <label for="measure-which">{t("sup-measure-which")}</label>
        <select id="measure-which" class="input" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          {offered.map(({ slug, title }) => <option key={slug} value={slug}>{title}</option>)}
        </select>
      </div>
      <Questions key={asked.slug} asked={asked} shared={shared} person={person} called={called} to={home.to} />
      <p><a href={`/person/${person}/score?${new URLSearchParams({ then: from })}`}>{t("sup-measure-elsewhere")}</a></p>
    </>
  );
}

interface QuestionsProps {
  asked: Questionnaire;
  shared: Shared;
  person: string;
  called: string;
  /** where it goes on when it is kept */
  to: string;
}

function Questions({ asked, shared, person, called, to }: QuestionsProps) {
  const values = useSignal<Values>(wordsBefore(asked, answeredLast(shared.entries, asked.slug)));
  const typed = useSignal<Typed>({});
  const day = useSignal<Day>(today.value);
  const way = useSignal(firstWay(shared.ways));
  const doing = useDoing();
  const insisting = useInsisting();
  const answer = (id: string, value: Value | null, said?: string) => {
    const { [id]: _, ...others } = values.value;
    const { [id]: __, ...texts } = typed.value;
    values.value = value === null ? others : { ...others, [id]: value };
    typed.value = said === undefined ? texts : { ...texts, [id]: said };
    insisting.end();
  };
  const save = async () => {
    if (untaken(asked, values.value, typed.value).length) return insisting.begin();
    if (!Object.keys(values.value).length) return doing.say(t("sup-measure-needed"));
    if (!isDayInReach(day.value, today.value)) return;
    const keep = keeper(() => ({ person, entries: shared.entries }), () => undefined);
    const picked = day.value === today.value ? {} : { day: day.value };
    if (!(await doing.run(() => keep("check-in", measuredIn(asked, values.value, day.value, way.value), way.value, picked)))) return;
    go(to);
    announce(t("sup-saved"));
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      {asked.intro && <p><strong>{asked.intro}</strong></p>}
      {asked.items.filter((item) => isAsked(asked, item, values.value)).map((item) => (
        <Question
          key={item.id} item={item} value={values.value[item.id] ?? null} change={(value, said) => answer(item.id, value, said)}
          typed={typed.value[item.id]} insisting={insisting.on} named={item.about && wordsOf(asked, item.about, values.value)}
        />
      ))}
      <p class="soft small">{t("sup-measure-source", { source: asked.source })}</p>
      <DayPicker question={t("sup-measure-day")} today={today.value} value={day.value} choose={(next) => (day.value = next)} />
      <WayField question={t("sup-measure-way")} ways={shared.ways} way={way.value} choose={(next) => (way.value = next)} />
      <doing.Trouble />
      <Button submit press={save}>{t("sup-measure-save", { called })}</Button>
    </form>
  );
}
