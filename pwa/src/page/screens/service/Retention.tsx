import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { dashed, fetchService, saveParts, type Setup } from "./setup.ts";
import { Came, focusWrong, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

type Kept = Setup["retention"];

/** As the server takes them. */
const RANGES: { [name in keyof Kept]: [least: number, most: number] } = {
  record_years: [1, 30], share_days: [30, 3650], session_days: [30, 400], code_days: [1, 365],
};
const NAMES = Object.keys(RANGES) as (keyof Kept)[];

/** How long is kept what is not needed any more. */
export function Retention() {
  const service = useFetched(fetchService);
  return (
    <Page title={t("service-retention")} back={back}>
      <p>{t("retention-words")}</p>
      <Shown of={service}>{({ retention }) => <Form now={retention} />}</Shown>
    </Page>
  );
}

function Form({ now }: { now: Kept }) {
  const kept = useSignal<Kept>(now);
  const doing = useDoing();
  const isWrong = (name: keyof Kept) => {
    const [least, most] = RANGES[name];
    return !Number.isInteger(kept.value[name]) || kept.value[name] < least || kept.value[name] > most;
  };
  const save = async () => {
    if (NAMES.some(isWrong)) focusWrong();
    else await doing.run(() => saveParts({ retention: kept.value }), t("service-saved"));
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      {NAMES.map((name) => {
        const [least, most] = RANGES[name];
        return (
          <div class={isWrong(name) ? "field wrong" : "field"} key={name}>
            <label for={name}>{t(`retention-${dashed(name)}`)}</label>
            <span class="hint" id={`${name}-hint`}>{t(`retention-${dashed(name)}-hint`)}</span>
            {isWrong(name) && <span class="wrong-words" role="alert">{t("retention-range", { least, most })}</span>}
            <input
              id={name} class="input short" type="number" inputMode="numeric" min={least} max={most} aria-describedby={`${name}-hint`}
              value={Number.isNaN(kept.value[name]) ? "" : kept.value[name]}
              onInput={(event) => {
                kept.value = { ...kept.value, [name]: event.currentTarget.value === "" ? NaN : Number(event.currentTarget.value) };
                doing.done.value = "";
              }}
            />
          </div>
        );
      })}
      <p>{t("retention-audit")}</p>
      <Came of={doing} />
      <Button submit press={save}>{t("retention-save")}</Button>
    </form>
  );
}
