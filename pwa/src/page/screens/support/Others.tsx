import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Pathways } from "../../../shared/content/pathway-types.ts";
import { Packs } from "../../../shared/content/packs.ts";
import { type Findable, found } from "../../../shared/rules/finding.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { programmeNamed, programmesHere } from "../../programmes.ts";
import { store } from "../../state.ts";
import { useTopics } from "../topics/pack.ts";
import { textOf } from "../topics/text.ts";
import { OneLine } from "./fields.tsx";
import { t } from "./words.ts";

export interface Thing extends Findable {
  slug: string;
}

/** Programmes, topics or pathways of check-ins that the content has; undefined while they are read, null when it has none here. */
export function useThings(kind: string): Thing[] | null | undefined {
  const slugs = useSignal<string[] | null | undefined>(undefined);
  const pathways = useSignal<Pathways | null | undefined>(undefined);
  const { topics } = useTopics();
  useEffect(() => {
    if (kind === "programme") programmesHere().then((all) => (slugs.value = all), () => (slugs.value = null));
    if (kind === "check-in") new Packs(store.value!).pack<Pathways>("pathways").then((all) => (pathways.value = all ?? null), () => (pathways.value = null));
  }, [kind]);
  if (kind === "topic") return topics && Object.values(topics).sort((a, b) => a.order - b.order).map((topic) => ({ ...topic, text: textOf(topic) }));
  if (kind === "check-in") return pathways.value && Object.entries(pathways.value).map(([slug, { title }]) => ({ slug, title, summary: "", search: [], text: "" }));
  return slugs.value && slugs.value.map((slug) => ({ slug, title: programmeNamed(slug)?.title ?? slug, summary: "", search: [], text: "" }));
}

/** What the service has itself, to be suggested with one tap each. */
export function Others({ kind, base }: { kind: string; base: string }) {
  const things = useThings(kind);
  const typed = useSignal("");
  if (things === undefined) return <Loading />;
  if (!things) return <Failed words={t("sup-things-none")} />;
  const shown = kind === "topic" && typed.value.trim() ? found(things, typed.value) : things;
  return (
    <>
      {kind === "topic" && <OneLine question={t("sup-things-find")} longest={60} value={typed.value} change={(text) => (typed.value = text)} />}
      <p role="status" class="soft small">{t("sup-things", { count: shown.length })}</p>
      <ul class="rows">
        {shown.map(({ slug, title, summary }) => <LinkRow key={slug} to={`${base}/${kind}/${slug}`} what={title} detail={summary} />)}
      </ul>
    </>
  );
}
