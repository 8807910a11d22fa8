import { useSignal } from "@preact/signals";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { t } from "./words.ts";

interface ToCopyProps {
  what: string;
  why?: string;
  /** an address, or a piece of a page */
  text: string;
  /** where it can be looked at */
  open?: string;
}

/** Something to be put elsewhere, with what it is good for. */
export function ToCopy({ what, why, text, open }: ToCopyProps) {
  const said = useSignal("");
  const copy = async () => {
    said.value = await navigator.clipboard.writeText(text).then(() => t("publish-elsewhere-copied"), () => t("publish-elsewhere-not-copied"));
    announce(said.value);
  };
  return (
    <section class="publish-card">
      <h2>{what}</h2>
      {why && <p>{why}</p>}
      <p class="publish-copy"><code>{text}</code></p>
      <div class="buttons">
        <Button kind="quiet" press={copy} label={t("publish-elsewhere-copy-of", { what })}>{t("publish-elsewhere-copy")}</Button>
        {open && <a class="button plain" href={open} target="_blank" rel="noopener noreferrer" aria-label={t("publish-elsewhere-open-of", { what })}>{t("publish-elsewhere-open")}</a>}
      </div>
      {said.value && <p aria-hidden="true">{said.value}</p>}
    </section>
  );
}
