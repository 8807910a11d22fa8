import type { Section } from "../../../shared/rules/check-in.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { HowToAsk, isTalkingTherapies } from "./TalkingTherapies.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** Ways on to other help: the same for everybody at this contact, whatever they answered. */
export function Onward({ run, section }: { run: Run; section: Section }) {
  const saving = useSaving();
  const seen = async () => {
    const refers = [...new Set([...run.held.refers, ...run.routes.map(({ slug }) => slug)])];
    if (!(await saving.try(() => run.write({ refers })))) return;
    go(run.after(section));
  };
  return (
    <Page title={t("checkin-section-onward")} back={{ to: run.base, words: run.step.title }}>
      <p class="soft">{t("checkin-onward-everybody")}</p>
      {run.routes.map(({ slug, kind, title, words }) => (
        <section key={slug} class="panel">
          <h2>{title}</h2>
          <Blocks of={words} />
          {isTalkingTherapies({ kind }) && <HowToAsk then={run.at(section.id)} />}
        </section>
      ))}
      <saving.Trouble />
      <div class="thumb"><Button press={seen}>{t("checkin-onward-seen")}</Button></div>
    </Page>
  );
}
