import { useSignal } from "@preact/signals";
import { addDays } from "../../../shared/dates.ts";
import { timeWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Line } from "../../components/Line.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Empty } from "../../components/States.tsx";
import { focusHeading } from "../../focus.ts";
import { record, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { DayField } from "./DayField.tsx";
import { comingDates, type OwnDate, pastDates } from "./dates.ts";
import { TimeField } from "./TimeField.tsx";
import { back, backHere, dayWords, t } from "./words.ts";
import { wished } from "./wishes.ts";

const LONGEST = 80;
const FURTHEST_DAYS = 5 * 365;

/** Dates the person sets themselves: add, change and delete, with or without a signal. */
export function Dates() {
  /** the one that is being written: null while none is, "new" for another one */
  const at = useSignal<Entry<"own-date"> | "new" | null>(null);
  const show = (next: Entry<"own-date"> | "new" | null) => {
    at.value = next;
    scrollTo(0, 0);
    focusHeading();
  };
  if (at.value) return <DateForm date={at.value === "new" ? null : at.value} close={() => show(null)} />;
  const [coming, past] = [comingDates(), pastDates()];
  const wanted = wished.value?.body.kinds.includes("date");
  return (
    <Page title={t("remind-dates")} back={wished.value ? backHere : back}>
      <p>{t(wanted ? "remind-dates-told" : "remind-dates-off")}</p>
      {coming.length === 0 && <Empty><p>{t("remind-dates-empty")}</p></Empty>}
      <List dates={coming} change={show} />
      {past.length > 0 && <Fold words={t("remind-dates-past")}><List dates={past} change={show} /></Fold>}
      <div class="thumb"><Button press={() => show("new")}>{t("remind-date-add")}</Button></div>
    </Page>
  );
}

function List({ dates, change }: { dates: Entry<"own-date">[]; change: (date: Entry<"own-date">) => void }) {
  const saving = useSaving();
  const remove = ({ id }: Entry<"own-date">) => saving.try(async () => {
    await record.value!.remove(id);
    scrollTo(0, 0);
    offerUndo({ words: t("remind-date-deleted"), undo: () => record.value!.restore(id) });
  });
  return (
    <>
      <saving.Trouble />
      <ul class="rows">
        {dates.map((date) => (
          <li key={date.id} class="row told">
            <span class="grow">
              <span class="what">{date.body.what}</span>
              <span class="detail">{whenWords(date.body)}</span>
              <Receipt entry={date} />
              <span class="buttons">
                <Button kind="quiet" label={t("remind-date-edit-named", { what: date.body.what })} press={() => change(date)}>{t("remind-date-edit")}</Button>
                <Button kind="quiet" label={t("remind-date-delete-named", { what: date.body.what })} press={() => remove(date)}>{t("remind-date-delete")}</Button>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const whenWords = ({ on, at }: OwnDate): string => (at ? `${dayWords(on)}, ${timeWords(at)}` : dayWords(on));

function DateForm({ date, close }: { date: Entry<"own-date"> | null; close: () => void }) {
  const form = useSignal({ on: "", at: "", what: "", ...date?.body });
  const tried = useSignal(false);
  const saving = useSaving();
  const { on, at, what } = form.value;
  const change = (changes: Partial<typeof form.value>) => (form.value = { ...form.value, ...changes });
  const last = addDays(today.value, FURTHEST_DAYS);
  const wrong = { what: !what.trim(), on: !(on >= today.value && on <= last) };
  const save = async () => {
    tried.value = true;
    if (wrong.what || wrong.on) return;
    let id = "";
    const saved = await saving.try(async () => {
      ({ id } = await record.value!.save("own-date", { on, what: what.trim(), ...(at && { at }) }, { ...(date && { entry: date.id }) }));
    });
    if (!saved) return;
    close();
    const undo = () => (date ? record.value!.save("own-date", date.body, { entry: id }) : record.value!.remove(id));
    offerUndo({ words: t("remind-date-saved"), entry: id, undo });
  };
  return (
    <Page title={t(date ? "remind-date-change" : "remind-date-add")}>
      <Line question={t("remind-date-what")} hint={t("remind-date-what-hint")} longest={LONGEST} value={what} {...(tried.value && wrong.what && { wrong: t("remind-date-what-needed") })} change={(said) => change({ what: said })} />
      <NotWatched />
      <DayField words={t("remind-date-on")} wrong={tried.value && wrong.on ? t("remind-date-day-needed") : ""} value={on} from={today.value} to={last} change={(day) => change({ on: day })} />
      <TimeField words={t("remind-date-at")} value={at} change={(time) => change({ at: time })} />
      <saving.Trouble />
      <div class="thumb">
        <Button press={save}>{t("remind-date-save")}</Button>
        <Button kind="quiet" press={close}>{t("remind-date-cancel")}</Button>
      </div>
    </Page>
  );
}
