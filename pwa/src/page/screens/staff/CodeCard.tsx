import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dayWords, timeWords } from "../../../shared/datewords.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import type { MadeCode } from "./useCodes.ts";
import { t } from "./words.ts";

/** One code, large enough to read across a desk, with its link, copying and printing. */
export function CodeCard({ made, done }: { made: MadeCode; done: () => void }) {
  const said = useSignal("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [made.code]);
  const copy = (text: string) => async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = t("staff-copied");
    } catch {
      said.value = t("staff-copy-failed");
    }
    announce(said.value);
  };
  const title = t(made.called ? "staff-code-title-named" : "staff-code-title", { kind: made.what, called: made.called });
  return (
    <section class="code-card" aria-labelledby="code-title">
      <h2 id="code-title" ref={heading} tabIndex={-1}>{title}</h2>
      <p class="code-letters" aria-label={made.code.split("").join(" ")}>{made.code}</p>
      <p>{t("staff-code-how", { address: location.host })}</p>
      <p><strong>{t("staff-code-expires", { when: whenWords(made.ends_at) })}</strong></p>
      <p class="code-link">{made.link}</p>
      <div class="buttons">
        <Button kind="quiet" press={copy(made.code)}>{t("staff-copy-code")}</Button>
        <Button kind="quiet" press={copy(made.link)}>{t("staff-copy-link")}</Button>
        <Button kind="quiet" press={() => print()}>{t("staff-print")}</Button>
        <Button press={done}>{t("staff-code-done")}</Button>
      </div>
      <p aria-hidden="true">{said.value}</p>
    </section>
  );
}

/** "2:02pm on Saturday 28 November 2026", on this device's clock. */
function whenWords(instant: string): string {
  const at = localTime(new Date(instant), phoneClock.zone());
  return t("staff-at-on", { time: timeWords(at), day: dayWords(dayOf(at), locale) });
}
