import type { Exercise, Programme } from "../../../shared/content/types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { changed, entries, record, today } from "../../state.ts";
import { Ladder } from "../plan/Ladder.tsx";
import { t as plan } from "../plan/words.ts";
import { t } from "./words.ts";

/** Saved: its receipt, what may come next, and the ladder for whoever wants it. */
export function Saved({ programme, facts, entry: id }: { programme: Programme; facts: Exercise; entry: string }) {
  changed.value;
  const entry = record.value?.entry(id) as Entry<"exercise"> | undefined;
  if (!entry) return null;
  const { outcome, gentle } = entry.body;
  const next = nextAfter(programme, facts, gentle);
  return (
    <Page title={t("exercise-saved-title", { outcome, exercise: facts.title })}>
      <p><Receipt entry={entry} /></p>
      {outcome !== "skipped" && <p>{t("exercise-saved-tomorrow")}</p>}
      <div class="stack">
        {next && (
          <a class="button wide" href={`/exercise/${next.slug}${gentle ? "?gentle=1" : ""}`}>
            {t("exercise-next-exercise", { exercise: next.title })} <Icon name="next" />
          </a>
        )}
        <a class={`button wide${next ? " quiet" : ""}`} href="/">{t("exercise-back-to-today")}</a>
      </div>
      {outcome !== "skipped" && !gentle && (
        <section>
          <h2>{plan("ladder-title")}</h2>
          <Ladder programme={programme} exercise={facts} />
        </section>
      )}
    </Page>
  );
}

/** The next exercise of the list, after this one and then from the top, that today's entries do not name. */
function nextAfter(programme: Programme, facts: Exercise, gentle: boolean): Exercise | undefined {
  const done = new Set(
    entries.value.filter((entry) => entry.kind === "exercise" && entry.day === today.value)
      .map((entry) => (entry as Entry<"exercise">).body.exercise),
  );
  const slugs = gentle ? programme.gentle.exercises : programme.exercises.map((exercise) => exercise.slug);
  const from = slugs.indexOf(facts.slug) + 1;
  const next = [...slugs.slice(from), ...slugs.slice(0, from)].find((slug) => !done.has(slug));
  return programme.exercises.find((exercise) => exercise.slug === next);
}
