import type { Section } from "../../../shared/rules/check-in.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import { sectionTitle } from "./section-words.ts";
import { ScoreRows } from "./ScoreRows.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** Every section of a check-in and how far it has come. One button goes on; any section can be opened. */
export function Overview({ run }: { run: Run }) {
  const next = run.next();
  const begun = run.held.entry !== null;
  return (
    <Page title={run.step.title} back={run.out}>
      {!begun && <Blocks of={run.step.about} />}
      <p class="soft">{t(begun ? "checkin-kept" : run.by === "alone" ? "checkin-leave-any-time" : "checkin-leave-with-staff")}</p>
      <ul class="rows">
        {run.sections.map((section) => <Row key={section.id} run={run} section={section} />)}
        {run.scoreForm && <ScoreRows run={run} to={run.scoreForm} />}
      </ul>
      {next && <p><a class="button plain" href={run.at("finish")}>{t("checkin-finish-here")}</a></p>}
      <p class="soft small">{t("checkin-not-watched")}</p>
      <div class="thumb">
        {next
          ? <a class="button" href={run.at(next.id)}>{t(begun ? "checkin-carry-on" : "checkin-start")}</a>
          : <a class="button" href={run.at("finish")}>{t("checkin-to-finish")}</a>}
      </div>
    </Page>
  );
}

function Row({ run, section }: { run: Run; section: Section }) {
  const state = run.state(section);
  const words = t("checkin-state", { state });
  return (
    <li>
      <a class={state === "done" ? "row done" : "row"} href={run.at(section.id)}>
        <span class="grow">
          <span class="what">{sectionTitle(section, run.packs)}</span>
          <span class="detail">{section.optional ? t("checkin-if-you-like", { state: words }) : words}</span>
        </span>
        <span class="mark"><Icon name={state === "done" ? "tick" : "next"} /></span>
      </a>
    </li>
  );
}
