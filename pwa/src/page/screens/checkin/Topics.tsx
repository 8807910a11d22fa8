import type { Section } from "../../../shared/rules/check-in.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { Onwards } from "./Onwards.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** Topics of this contact, to read here or to talk about. */
export function Topics({ run, section }: { run: Run; section: Section }) {
  const saving = useSaving();
  const topics = run.step.topics.flatMap((slug) => run.packs.topics[slug] ?? []);
  const read = async () => {
    const changes = { topics: [...new Set([...run.held.topics, ...run.step.topics])], left: run.held.left.filter((id) => id !== section.id) };
    if (await saving.try(() => run.write(changes))) go(run.after(section));
  };
  return (
    <Page title={t("checkin-section-topics")} back={{ to: run.base, words: run.step.title }}>
      <p>{t("checkin-topics-how")}</p>
      {topics.map(({ slug, title, summary, sections }) => (
        <Fold key={slug} words={title}>
          <p>{summary}</p>
          {sections.map(({ heading, words }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              <Blocks of={words} />
            </section>
          ))}
        </Fold>
      ))}
      <saving.Trouble />
      <Onwards run={run} section={section} />
      <div class="thumb"><Button press={read}>{t("checkin-topics-read")}</Button></div>
    </Page>
  );
}
