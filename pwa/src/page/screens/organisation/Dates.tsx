import { useSignal } from "@preact/signals";
import { type Answer, askAt, type Body } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { focusHeading } from "../../focus.ts";
import { offerUndo } from "../../undo.ts";
import { whenWords } from "../near/say.ts";
import { t as near } from "../near/words.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { Shown, useFetched } from "../service/useFetched.tsx";
import { keepMine, useBoard } from "./board.ts";
import { ChangeDate } from "./ChangeDate.tsx";
import { home, t } from "./words.ts";

export type Dated = Answer<"GET /api/publishing/listings/{listing}/dates">[number];
export type Change = Omit<Body<"PUT /api/publishing/listings/{listing}/date">, "start">;

/** When a date would have been: what names it. */
const usualOf = ({ start, moved_from }: Dated): string => moved_from ?? start;

/** /organisation/<id>/dates: the next dates, of which one can be cancelled or moved, and have its usual time again. */
export function Dates({ listing }: { listing: string }) {
  const found = useBoard();
  const dates = useFetched(() => askAt("GET /api/publishing/listings/{listing}/dates", { listing }));
  const open = useSignal<{ of: string; change: "cancelled" | "moved" } | null>(null);
  const doing = useDoing();
  const name = found.value.value?.listings.find(({ id }) => id === listing)?.said.name;
  const send = async (date: Dated, change: Change) => {
    keepMine(await askAt("PUT /api/publishing/listings/{listing}/date", { listing }, { start: usualOf(date), ...change }));
    await dates.again();
  };
  const say = (date: Dated) => async (change: Change) => {
    const before: Change = date.status === "cancelled" ? { change: "cancelled", words: date.words }
      : date.status === "moved" ? { change: "moved", to_start: date.start, to_end: date.end, words: date.words } : { change: null };
    const words = t(`publish-date-was-${change.change ?? "usual"}`, { day: whenWords({ start: usualOf(date) }, new Date()) });
    if (!(await doing.run(() => send(date, change), words))) return;
    open.value = null;
    focusHeading();
    offerUndo({ words, undo: () => send(date, before) });
  };
  return (
    <Page title={t("publish-dates")} back={name ? { to: `/organisation/${listing}`, words: name } : home}>
      <p>{t("publish-dates-about")}</p>
      {doing.trouble.value && <Came of={doing} />}
      <Shown of={dates}>
        {(all) => all.length === 0 ? <Empty><p>{t("publish-dates-none")}</p></Empty> : (
          <ul class="rows">
            {all.map((date) => (
              <li key={usualOf(date)} class="publish-date publish-card">
                <Words date={date} />
                {open.value?.of === usualOf(date)
                  ? <ChangeDate date={date} kind={open.value.change} say={say(date)} close={() => (open.value = null)} />
                  : <Ways date={date} open={(change) => (open.value = { of: usualOf(date), change })} usual={() => say(date)({ change: null })} />}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Page>
  );
}

function Words({ date: { start, end, status, moved_from, words } }: { date: Dated }) {
  const now = new Date();
  const said = whenWords({ start, end }, now);
  return (
    <div>
      {status === "cancelled" ? <p><strong class="off">{near("near-not-on")}</strong> <s>{said}</s></p> : <p><strong>{said}</strong></p>}
      {status === "moved" && moved_from && <p class="soft">{near("near-moved-from", { date: whenWords({ start: moved_from }, now) })}</p>}
      {words && <p class="soft">{words}</p>}
    </div>
  );
}

function Ways({ date, open, usual }: { date: Dated; open: (change: "cancelled" | "moved") => void; usual: () => Promise<void> }) {
  const day = whenWords({ start: date.start }, new Date());
  const scheduled = !date.status || date.status === "scheduled";
  return (
    <div class="buttons">
      {scheduled && <Button kind="quiet" label={t("publish-date-cancel-of", { day })} press={() => open("cancelled")}>{t("publish-date-cancel")}</Button>}
      {date.status !== "cancelled" && <Button kind="quiet" label={t("publish-date-move-of", { day })} press={() => open("moved")}>{t("publish-date-move")}</Button>}
      {!scheduled && <Button kind="quiet" label={t("publish-date-usual-of", { day })} press={usual}>{t("publish-date-usual")}</Button>}
    </div>
  );
}
