import { dateWords } from "../../../shared/datewords.ts";
import { goalsOf } from "../../../shared/rules/goals.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { locale } from "../../messages.ts";
import { entries, today } from "../../state.ts";
import { GoalSays } from "./GoalSays.tsx";
import { t } from "./words.ts";

/** The goals that are worked on, on paper, with room to write under each. */
export function Paper({ back }: { back: { to: string; words: string } }) {
  const { active } = goalsOf(entries.value);
  return (
    <Page title={t("goals-paper-title")} back={back}>
      <div class="buttons"><Button wide press={() => print()}>{t("goals-paper-print")}</Button></div>
      {!active.length && <p>{t("goals-none-active")}</p>}
      {active.map(({ id, body }) => (
        <article key={id} class="goal">
          <h2>{body.goal}</h2>
          <GoalSays goal={body} />
          <p>{t("goals-paper-how")}</p>
          <div class="goal-room" aria-hidden="true" />
        </article>
      ))}
      <p class="small soft">{t("goals-paper-date", { day: dateWords(today.value, locale) })}</p>
    </Page>
  );
}
