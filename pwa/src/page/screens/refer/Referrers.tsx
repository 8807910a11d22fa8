import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask, askAt, type Body } from "../../../shared/api/client.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import { OneOf } from "../organisation/fields.tsx";
import { Came, focusWrong, useDoing } from "../service/useDoing.tsx";
import { Text } from "./Text.tsx";
import { dated, t } from "./words.ts";

type Source = Body<"POST /api/referrers">["source"];
const SOURCES: readonly Source[] = ["practice", "agency"];
const NAME = 80;

/** /referrers, for managers: who refers people here with a code, a new code, and the end of one. */
export default function Referrers() {
  const found = useSignal<Answer<"GET /api/referrers">["referrers"] | null>(null);
  const failed = useSignal("");
  const made = useSignal<Answer<"POST /api/referrers"> | null>(null);
  const source = useSignal<Source>("practice");
  const name = useSignal("");
  const wrong = useSignal("");
  const doing = useDoing();
  const look = () => ask("GET /api/referrers").then(
    ({ referrers }) => { found.value = referrers; failed.value = ""; }, (error: unknown) => { failed.value = reasonOf(error); },
  );
  useEffect(() => void look(), []);
  const make = async () => {
    wrong.value = name.value.trim() ? "" : t("referrers-needs-name");
    if (wrong.value) return focusWrong();
    const said = { source: source.value, name: name.value.trim() };
    if (!(await doing.run(async () => (made.value = await ask("POST /api/referrers", said)), t("referrers-made", said)))) return;
    name.value = "";
    await look();
  };
  const end = async (referrer: string, called: string) => {
    if (await doing.run(() => askAt("DELETE /api/referrers/{referrer}", { referrer }), t("referrers-ended", { name: called }))) await look();
  };
  const now = new Date();
  const open = found.value?.filter(({ ends_at }) => Date.parse(ends_at) > now.getTime());
  return (
    <Page title={t("referrers-title")}>
      <p>{t("referrers-about")}</p>
      <Came of={doing} />
      {made.value && (
        <Notice title={t("referrers-code", { name: made.value.name })}>
          <p class="numbers"><strong>{made.value.code}</strong></p>
          <p>{t("referrers-once", { link: made.value.link })}</p>
        </Notice>
      )}
      <OneOf
        question={t("refer-source")} of={SOURCES.map((each) => [each, t(`refer-source-${each}`)] as const)} value={source.value}
        choose={(value) => (source.value = value)}
      />
      <Text question={t("refer-organisation")} wrong={wrong.value || undefined} longest={NAME} value={name.value} change={(text) => (name.value = text)} />
      <div class="buttons"><Button press={make}>{t("referrers-make")}</Button></div>
      <h2>{t("referrers-now")}</h2>
      {!open && (failed.value ? <Failed words={failed.value} again={look} /> : <Loading />)}
      {open?.length === 0 && <p>{t("referrers-none")}</p>}
      <ul class="rows">
        {open?.map((one) => (
          <li key={one.id} class="row card">
            <p class="what">{one.name}</p>
            <p class="detail">{t("referrers-until", { day: dated(londonDay(new Date(one.ends_at))) })}</p>
            <div class="buttons"><Button kind="stop" press={() => end(one.id, one.name)} label={t("referrers-end-whose", { name: one.name })}>{t("referrers-end")}</Button></div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
