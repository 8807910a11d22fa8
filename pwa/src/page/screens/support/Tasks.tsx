import { useSignal } from "@preact/signals";
import { addDays, type Day } from "../../../shared/dates.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { WhenNext } from "./chips.tsx";
import { useDoing } from "./doing.tsx";
import { NextWords } from "./EpisodeCard.tsx";
import { OneLine } from "./fields.tsx";
import type { Here } from "./Support.tsx";
import { dateOf, t } from "./words.ts";
import { keepTask, tickTask } from "./writing.ts";

/** Dated tasks: tick one off, take that back, add another. */
export function Tasks(here: Here) {
  const { opened: { support } } = here;
  const doing = useDoing();
  const open = support.tasks.filter(({ done_at }) => !done_at).toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1));
  const done = support.tasks.filter(({ done_at }) => done_at).toReversed();
  const tick = (task: (typeof open)[number]) => doing.run(async () => {
    await tickTask(task, true);
    offerUndo({ words: t("sup-task-done", { words: task.words }), undo: () => tickTask(task, false) });
  });
  return (
    <section>
      <h2>{t("sup-tasks")}</h2>
      {open.length === 0 && <p class="soft">{t("sup-tasks-none")}</p>}
      <ul class="rows">
        {open.map((task) => (
          <li key={task.id} class="row">
            <span class="grow"><span class="what">{task.words}</span><span class="detail"><NextWords day={task.due_on} /></span></span>
            <Button kind="quiet" press={() => tick(task)} label={t("sup-task-tick-label", { words: task.words })}>{t("sup-task-tick")}</Button>
          </li>
        ))}
      </ul>
      <doing.Trouble />
      <NewTask {...here} />
      {done.length > 0 && (
        <Fold words={t("sup-tasks-done", { count: done.length })}>
          <ul>{done.map(({ id, words, done_at }) => <li key={id}>{words} <span class="soft small">{t("sup-task-done-on", { day: dateOf(done_at!) })}</span></li>)}</ul>
        </Fold>
      )}
    </section>
  );
}

/** What link workers do most, ready to tap. */
const USUAL = ["ring", "check", "send"] as const;

function NewTask({ person, called }: Here) {
  const doing = useDoing();
  const words = useSignal("");
  const due = useSignal<Day | null>(addDays(today.value, 7));
  const save = async () => {
    const said = words.value.trim();
    if (!said || !due.value) return doing.say(t(said ? "sup-task-when-needed" : "sup-task-what-needed"));
    const done = await doing.run(() => keepTask(person, { words: said, due_on: due.value! }));
    if (done) words.value = "";
  };
  return (
    <Fold words={t("sup-task-add")}>
      <div class="buttons">
        {USUAL.map((usual) => <Button key={usual} kind="quiet" press={() => (words.value = t(`sup-task-${usual}`, { called }))}>{t(`sup-task-${usual}`, { called })}</Button>)}
      </div>
      <OneLine question={t("sup-task-what")} value={words.value} change={(text) => (words.value = text)} />
      <WhenNext question={t("sup-task-when")} value={due.value} choose={(day) => (due.value = day)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-task-save")}</Button>
    </Fold>
  );
}
