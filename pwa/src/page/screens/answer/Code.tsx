import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { t } from "./words.ts";

const LONGEST = 40;

/** The code of a link, typed from paper; `given` when the link itself had it, and could not be looked at. */
export function Code({ look, given }: { look: (code: string) => Promise<void>; given: string }) {
  const code = useSignal(given);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p>{t("answer-open")}</p>
      <Line question={t("answer-code")} longest={LONGEST} value={code.value} change={(text) => (code.value = text)} />
      <Button submit press={() => (code.value.trim() ? look(code.value.trim()) : undefined)}>{t("answer-look")}</Button>
    </form>
  );
}
