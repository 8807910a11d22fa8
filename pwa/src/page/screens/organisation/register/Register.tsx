import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../../../../shared/api/client.ts";
import { afterTap, type Came, cameOf, changeRegister, type Expected, hold, isOf, knownIn, letGo, type Session, tick } from "../../../../shared/register/register.ts";
import { forgetMark } from "../../../../shared/register/sending.ts";
import { announce } from "../../../announce.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Page } from "../../../components/Page.tsx";
import { withProof } from "../../../components/Proof.tsx";
import { Empty } from "../../../components/States.tsx";
import { store } from "../../../state.ts";
import { whenWords } from "../../near/say.ts";
import { useFetched } from "../../service/useFetched.tsx";
import { t } from "../inbox/words.ts";
import { kept, sendNow, sendSoon, went } from "./kept.ts";
import { nameOf, stateWords, Ticks } from "./Ticks.tsx";

const home = { to: "/organisation/register", words: t("register-title") };

/** /organisation/register/<listing>/<start>: who came to one session, by tapping names; from this device when there is no signal. */
export function Register({ listing, start }: { listing: string; start: string }) {
  const which = { listing, start };
  const asked = useFetched(async () => {
    const { sessions } = await ask("GET /api/register");
    const found = sessions.find(isOf(which));
    if (found) await hold(store.value!, found);
    return true;
  });
  useEffect(() => () => void letGo(store.value!, which).catch(() => undefined), [listing, start]);
  const session = kept.value?.sessions.find(isOf(which));
  const looked = asked.value.value || asked.trouble.value;
  return (
    <Page title={session?.name ?? t("register-title")} back={home}>
      {session ? <Whole session={session} /> : looked && <Notice><p>{asked.value.value ? t("register-over") : t("register-not-here")}</p></Notice>}
    </Page>
  );
}

function Whole({ session }: { session: Session }) {
  const full = useSignal(false);
  const last = useSignal<{ person: Expected; before: Came } | null>(null);
  const all = kept.value!;
  /** Taps come faster than they are drawn: each goes on from what is kept by then. `done` is told what that was. */
  const say = async (person: Expected, next: (before: Came) => Came, done: (before: Came) => void): Promise<void> => {
    let before: Came = null;
    try {
      await changeRegister(store.value!, (now) => {
        const known = knownIn(now, session, person);
        return tick(now, session, known, next((before = cameOf(now, session, known))));
      });
      full.value = false;
      done(before);
      announce(t("register-was", { name: nameOf(person), state: stateWords(next(before)) }));
    } catch {
      full.value = true;
    }
    sendSoon();
  };
  const tap = (person: Expected): Promise<void> => say(person, afterTap, (before) => (last.value = { person, before }));
  // Below the names: what stands above them would move them under the next finger.
  const undo = ({ person, before }: { person: Expected; before: Came }): Promise<void> => say(person, () => before, () => (last.value = null));
  return (
    <>
      <p><strong>{whenWords({ start: session.start, end: session.end ?? undefined }, new Date())}</strong></p>
      {session.off && <Notice kind="warm"><p>{t("register-off")}</p></Notice>}
      {full.value && <Notice kind="stop" urgent><p>{t("register-full")}</p></Notice>}
      <Refused session={session} />
      {session.people.length === 0
        ? <Empty><p>{t("register-empty")}</p></Empty>
        : (
          <>
            <p>{t("register-how")}</p>
            <Ticks people={session.people} came={(person) => cameOf(all, session, person)} tap={tap} />
            {last.value && <div class="buttons"><Button kind="quiet" press={() => undo(last.value!)}>{t("register-undo")}</Button></div>}
          </>
        )}
      <Waiting />
      <p class="soft">{t("register-kept-until")} {t("register-privacy")}</p>
    </>
  );
}

/** How much is not sent yet, and why. */
function Waiting() {
  const count = kept.value?.marks.filter(({ refused }) => !refused).length ?? 0;
  const signIn = () => withProof(async () => void (await ask("GET /api/notices"))).then(sendNow, () => undefined);
  if (count === 0) return <p role="status">{t("register-all-sent")}</p>;
  return (
    <div role="status">
      <p><strong>{t("register-waiting", { count })}</strong></p>
      {went.value === "sign-in" && <Button kind="quiet" press={signIn}>{t("register-sign-in")}</Button>}
    </div>
  );
}

/** Marks that the service would not take, each until somebody has read why. */
function Refused({ session }: { session: Session }) {
  const marks = kept.value!.marks.filter(({ refused, start }) => refused && start === session.start);
  return (
    <>
      {marks.map(({ id, prescription, refused }) => {
        const person = session.people.find((each) => each.prescription === prescription);
        const read = () => forgetMark(store.value!, id).then(() => announce(t("register-refused-ok")));
        return (
          <Notice key={id} kind="warm" title={t("register-refused", { name: person ? nameOf(person) : t("inbox-no-name") })}>
            <p>{refused}</p>
            <Button kind="quiet" press={read}>{t("register-refused-ok")}</Button>
          </Notice>
        );
      })}
    </>
  );
}
