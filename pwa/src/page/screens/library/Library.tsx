import { signal } from "@preact/signals";
import { GROUPS, type LibraryExercise } from "../../../shared/content/library-types.ts";
import { found } from "../../../shared/rules/finding.ts";
import { Choice } from "../../components/Choice.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { libraryHere } from "../../programmes.ts";
import type { ScreenProps } from "../../screens.ts";
import { me } from "../../state.ts";
import { findable } from "./findable.ts";
import { One } from "./One.tsx";
import { t } from "./words.ts";

/** What was looked for stays while somebody looks at what was found. */
const typed = signal("");
const sitting = signal(false);

/** /library: every exercise, with a search that needs no signal. /library/<slug>: one of them. */
export default function Library({ parts: [slug] }: ScreenProps) {
  const library = libraryHere() as readonly LibraryExercise[] | null | undefined;
  const one = library?.find((exercise) => exercise.slug === slug);
  if (one) return <One key={one.slug} exercise={one} library={library!} />;
  if (slug !== undefined && library) return <Gone />;
  return (
    <Page title={t("library-title")} back={me.value ? { to: "/more", words: t("nav-more") } : undefined}>
      {library === undefined && <Loading />}
      {library === null && <p>{t("library-missing")}</p>}
      {library && <List library={library} />}
    </Page>
  );
}

function List({ library }: { library: readonly LibraryExercise[] }) {
  const offered = sitting.value ? library.filter(({ position }) => position === "sitting") : library;
  const shown = found(offered.map(findable), typed.value).map(({ exercise }) => exercise);
  const searched = typed.value.trim() !== "" || sitting.value;
  return (
    <>
      <p>{t("library-about")}</p>
      <div class="field">
        <label for="library-find">{t("library-find")}</label>
        <span class="hint" id="library-find-hint">{t("library-find-hint")}</span>
        <input
          id="library-find" class="input" type="search" autocomplete="off" aria-describedby="library-find-hint" maxLength={60}
          value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <div class="choices">
        <Choice kind="checkbox" name="sitting" value="sitting" chosen={sitting.value} choose={(on) => (sitting.value = on)}>
          {t("library-sitting")}
        </Choice>
      </div>
      <p role="status" class={shown.length ? "soft small" : undefined}>{searched ? t("library-count", { count: shown.length }) : ""}</p>
      {typed.value.trim() ? <Rows of={shown} /> : GROUPS.map((group) => (
        <section key={group}>
          <h2>{t("library-group", { group })}</h2>
          <Rows of={shown.filter((exercise) => exercise.group === group)} />
        </section>
      ))}
    </>
  );
}

function Rows({ of }: { of: readonly LibraryExercise[] }) {
  return (
    <ul class="rows">
      {of.map(({ slug, title, position }) =>
        <LinkRow key={slug} to={`/library/${slug}`} what={title} detail={t("library-position", { position })} />)}
    </ul>
  );
}

function Gone() {
  return (
    <Page title={t("library-gone")} back={{ to: "/library", words: t("library-title") }}>
      <p>{t("library-gone-words")}</p>
      <a class="button" href="/library">{t("library-title")}</a>
    </Page>
  );
}
