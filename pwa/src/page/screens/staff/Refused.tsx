import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect } from "preact/hooks";
import { dismiss, readQueue, sendAgain, type Waiting } from "../../../shared/desk/queue.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { sendWaiting } from "../../desk.ts";
import { store } from "../../state.ts";
import { deskRefused } from "../../told.ts";
import { momentOf } from "../support/words.ts";
import { t } from "./desk-words.ts";
import { fieldsOf, whatOf } from "./refused-fields.ts";

/** What was written with no signal and the service would not take: why, and all that was written, so that none is lost. */
export function Refused() {
  const all = useSignal<Waiting[]>([]);
  const count = deskRefused.value;
  const look = () => readQueue(store.value!).then((waiting) => void (all.value = waiting.filter(({ refused }) => refused)), () => undefined);
  useEffect(() => void look(), [count]);
  const again = async (path: string) => {
    await sendAgain(store.value!, path);
    await sendWaiting(store.value!).catch(() => undefined); // what is refused again says so here; the rest waits
    await look();
  };
  return (
    <Notice>
      <h3>{t("desk-refused", { count })}</h3>
      <ul>{all.value.map((one) => <One key={one.path} one={one} again={again} />)}</ul>
    </Notice>
  );
}

function One({ one, again }: { one: Waiting; again: (path: string) => unknown }) {
  const what = whatOf(one);
  return (
    <li>
      <p><strong>{what}</strong>, {momentOf(one.written_at)}</p>
      <p>{one.refused}</p>
      <dl class="pairs">
        {fieldsOf(one).map(({ name, value }, index) => <Fragment key={index}><dt>{name}</dt><dd class="note">{value}</dd></Fragment>)}
      </dl>
      <div class="buttons">
        <Button kind="quiet" press={() => again(one.path)} label={t("desk-again-what", { what })}>{t("desk-again")}</Button>
        <Button kind="quiet" press={() => dismiss(store.value!, one.path)} label={t("desk-read-what", { what })}>{t("desk-read")}</Button>
      </div>
    </li>
  );
}
