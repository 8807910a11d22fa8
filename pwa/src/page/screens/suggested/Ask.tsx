import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { troubleOf } from "../account/words.ts";
import { AskForm } from "./AskForm.tsx";
import { askOwn, type Own, ownHere } from "./own.ts";
import { Standing } from "./Standing.tsx";
import { t } from "./words.ts";

/** /suggested/ask: asking for support, and where that stands. */
export default function Ask() {
  const own = useSignal<Own[] | null>(null);
  const stale = useSignal(false);
  const trouble = useSignal("");
  const look = async () => {
    trouble.value = "";
    own.value ??= await ownHere();
    try {
      own.value = await askOwn();
      stale.value = false;
    } catch (error) {
      stale.value = own.value !== null && error instanceof NoAnswer;
      if (!stale.value && !(error instanceof NoAnswer)) trouble.value = troubleOf(error);
      own.value ??= error instanceof NoAnswer ? [] : null;
    }
  };
  useEffect(() => void look(), []);
  const all = own.value;
  const open = all?.find(({ closed_at }) => !closed_at);
  return (
    <Page title={t("own-support-title")} back={{ to: "/more", words: t("nav-more") }}>
      {trouble.value && <Failed words={trouble.value} again={look} />}
      {stale.value && <p class="soft small">{t("own-support-offline")}</p>}
      {all === null && !trouble.value && <Loading />}
      {all && open && <Standing own={open} />}
      {all && !open && <AskForm before={all.length > 0} asked={(now) => (own.value = now)} />}
      {all && all.some(({ closed_at }) => closed_at) && (
        <section>
          <h2>{t("own-support-before")}</h2>
          {all.filter(({ closed_at }) => closed_at).map((one) => <Standing key={one.id} own={one} />)}
        </section>
      )}
    </Page>
  );
}
