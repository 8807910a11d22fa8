import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askAt, NoAnswer, Problem } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { changeKept } from "../../../shared/listings/kept.ts";
import { readSealed } from "../../../shared/store/meta.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import type { ScreenProps } from "../../screens.ts";
import { store } from "../../state.ts";
import { Letter } from "./Letter.tsx";
import { t } from "./words.ts";

type Own = Schemas["OwnLetter"];

/** /closing/REFERRAL, for whose it is: what their team wrote to them as the support ended. It stays on their phone. */
export default function OwnClosing({ parts: [referral = ""] }: ScreenProps) {
  const own = useSignal<Own | null>(null);
  const [stale, none] = [useSignal(false), useSignal(false)];
  const trouble = useSignal("");
  const look = async () => {
    trouble.value = "";
    const held = store.value!;
    const kept = `closing ${referral}`;
    own.value ??= (await readSealed<Own>(held, kept).catch(() => undefined)) ?? null;
    try {
      const came = await askAt("GET /api/referrals/mine/{referral}/closing", { referral });
      own.value = came;
      none.value = stale.value = false;
      await changeKept<Own>(held, kept, came, () => came).catch(() => undefined); // a full phone still shows it
    } catch (error) {
      none.value = error instanceof Problem && error.status === 404;
      stale.value = own.value !== null && error instanceof NoAnswer;
      if (!none.value && !stale.value) trouble.value = reasonOf(error);
    }
  };
  useEffect(() => void look(), [referral]);
  return (
    <Page title={own.value?.letter.title ?? t("ending-own-title")} back={{ to: "/suggested/ask", words: t("ending-own-back") }}>
      {trouble.value && <Failed words={trouble.value} again={look} />}
      {stale.value && <p class="soft small closing-not-printed">{t("ending-own-offline")}</p>}
      {none.value && <Empty><p>{t("ending-own-none")}</p></Empty>}
      {!own.value && !none.value && !trouble.value && <Loading />}
      {own.value && (
        <>
          <div class="buttons"><Button kind="quiet" press={() => print()}>{t("ending-own-print")}</Button></div>
          <Letter letter={own.value.letter} />
        </>
      )}
    </Page>
  );
}
