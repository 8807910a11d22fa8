import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { atRisk, me } from "../../state.ts";
import { signOut } from "../../who.ts";
import { t, wordsOf } from "./words.ts";

/** This phone is somebody's already. Nothing is mixed: either the code is theirs too, or they sign out first. */
export function Already({ yes }: { yes: () => void }) {
  const called = me.value!.called ?? t("join-somebody");
  const trouble = useSignal("");
  const count = atRisk.value;
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  return (
    <Notice kind="warm" title={t(count ? "join-already-unsent" : "join-already", { called, count })}>
      <p>{t(count ? "join-already-unsent-words" : "join-already-words", { called })}</p>
      {trouble.value && <p role="alert">{trouble.value}</p>}
      <div class="buttons">
        <Button press={yes}>{t("join-same", { called })}</Button>
        {count ? (
          <a class="button quiet" href="/more/sign-out">{t("join-leave", { called })}</a>
        ) : (
          <Button kind="quiet" press={leave}>{t("join-leave", { called })}</Button>
        )}
        <a class="button plain" href="/">{t("join-not-now")}</a>
      </div>
    </Notice>
  );
}
