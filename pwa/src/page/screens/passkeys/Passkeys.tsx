import passkeys from "content/messages/en/passkeys.ftl?raw";
import { useSignal } from "@preact/signals";
import { type Answer, ask, askAt } from "../../../shared/api/client.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { useAsked } from "../../components/Asked.tsx";
import { locale, words } from "../../messages.ts";
import { hasPasskeys, makePasskey } from "../../passkey.ts";
import { passkeyWords, t as passkey } from "../../passkey-words.ts";
import { isStaff } from "../../roles.ts";
import { me } from "../../state.ts";
import { deviceName } from "../join/device.ts";
import { back } from "../more/words.ts";

const t = words(passkeys);

type Own = Answer<"GET /api/passkeys">["passkeys"][number];

/** As the server takes it. */
const LONGEST_NAME = 80;

/** /more/passkeys: the passkeys somebody signs in with, another one, and an old one taken away. */
export default function Passkeys() {
  const own = useAsked(() => withProof(() => ask("GET /api/passkeys")));
  const trouble = useSignal("");
  const did = useSignal("");
  const run = async (work: () => Promise<unknown>, said: string) => {
    trouble.value = did.value = "";
    try {
      await work();
      announce((did.value = said));
      await own.again();
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : passkeyWords(error);
    }
  };
  const list = own.value.value?.passkeys;
  return (
    <Page title={t("passkeys-title")} back={back}>
      <p>{t(isStaff(me.value?.role) ? "passkeys-words-staff" : "passkeys-words")}</p>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      {did.value && <Notice><p>{did.value}</p></Notice>}
      {own.trouble.value ? <Failed words={own.trouble.value} again={own.again} /> : !list && <Loading />}
      {list && <List own={list} remove={(each) => run(() => withProof(() => askAt("DELETE /api/passkeys/{id}", { id: each.id })), t("passkeys-removed"))} />}
      {list && (hasPasskeys() ? <Add add={(name) => run(() => added(name), t("passkeys-added"))} /> : <p>{passkey("passkey-none")}</p>)}
    </Page>
  );
}

/** The options are asked for within the proof; the browser's own window comes after it. */
async function added(name: string): Promise<void> {
  const { options } = await withProof(() => ask("POST /api/passkeys/options"));
  const { credential } = await makePasskey(options);
  await withProof(() => ask("POST /api/passkeys", { credential, name }));
}

function List({ own, remove }: { own: Own[]; remove: (each: Own) => unknown }) {
  if (!own.length) return <Empty><p>{t("passkeys-none")}</p></Empty>;
  return (
    <>
      {own.length === 1 && <p>{t(own[0]!.backed_up ? "passkeys-one-kept" : "passkeys-one")}</p>}
      <ul class="rows">
        {own.map((each) => (
          <li key={each.id} class="row">
            <span class="grow">
              <span class="what">{each.name}</span>
              <span class="detail">{t("passkeys-made", { day: dayIn(each.made_at) })}</span>
              {each.used_at && <span class="detail">{t("passkeys-used", { day: dayIn(each.used_at) })}</span>}
            </span>
            <Button kind="quiet" press={() => remove(each)} label={t("passkeys-remove-this", { name: each.name })}>{t("passkeys-remove")}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Add({ add }: { add: (name: string) => unknown }) {
  const name = useSignal(deviceName());
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{t("passkeys-add-title")}</h2>
      <Line question={t("passkeys-name")} hint={t("passkeys-name-hint")} longest={LONGEST_NAME} value={name.value} change={(text) => (name.value = text)} />
      <Button submit press={() => add(name.value.trim() || deviceName())}>{t("passkeys-add")}</Button>
    </form>
  );
}

const dayIn = (instant: string): string => dateWords(dayOf(localTime(new Date(instant), phoneClock.zone())), locale);
