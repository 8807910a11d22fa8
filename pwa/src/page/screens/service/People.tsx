import { useSignal } from "@preact/signals";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { me } from "../../state.ts";
import type { Member } from "./Staff.tsx";
import { t } from "./words.ts";

/** Who works here, and below them who did. Ending somebody cannot be undone, so it is asked once more in its place. */
export function People({ members, end }: { members: Member[]; end: (who: Member) => () => Promise<void> }) {
  if (!members.length) return <Empty><p>{t("people-none")}</p></Empty>;
  const [here, gone] = [members.filter((each) => !each.ended_at), members.filter((each) => each.ended_at)];
  return <ul class="rows">{[...here, ...gone].map((each) => <li key={each.person}><One who={each} end={end(each)} /></li>)}</ul>;
}

function One({ who, end }: { who: Member; end: () => Promise<void> }) {
  const sure = useSignal(false);
  const called = who.called ?? t("people-no-name");
  const mine = who.person === me.value?.person;
  return (
    <div class={who.ended_at ? "row done" : "row"}>
      <span class="grow">
        <span class="what">{called}</span>
        <span class="detail">{t("people-role", { role: who.role })} · {stateOf(who, mine)}</span>
        {sure.value && (
          <span class="sure">
            <span role="alert">{t("people-end-sure", { called })}</span>
            <span class="buttons">
              <Button kind="stop" press={end}>{t("people-end-yes", { called })}</Button>
              <Button kind="quiet" press={() => (sure.value = false)}>{t("people-end-no")}</Button>
            </span>
          </span>
        )}
      </span>
      {!who.ended_at && !mine && !sure.value && (
        <Button kind="quiet" press={() => (sure.value = true)} label={t("people-end-of", { called })}>{t("people-end")}</Button>
      )}
    </div>
  );
}

function stateOf({ joined_at, last_heard_at, ended_at }: Member, mine: boolean): string {
  if (ended_at) return t("people-state-ended", { day: dayIn(ended_at) });
  if (mine) return t("people-state-you");
  if (!joined_at) return t("people-state-invited");
  return last_heard_at ? t("people-state-heard", { day: dayIn(last_heard_at) }) : t("people-state-joined", { day: dayIn(joined_at) });
}

const dayIn = (instant: string): string => dateWords(dayOf(localTime(new Date(instant), phoneClock.zone())), locale);
