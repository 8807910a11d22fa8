import { useSignal } from "@preact/signals";
import { ask, askAt } from "../../../shared/api/client.ts";
import type { Answer } from "../../../shared/api/client.ts";
import { announce } from "../../announce.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { atTime, back, onDay, t, troubleOf } from "./words.ts";
import "./account.css";

type Session = Answer<"GET /api/sessions">["sessions"][number];

const METHODS = new Set(["code", "passkey", "recovery", "nhs-login", "demonstration"]);

/** Where this person is signed in. A lost phone is signed out from here, and clears itself when it is next in touch. */
export default function Devices() {
  const asked = useAsked(() => ask("GET /api/sessions"));
  const trouble = useSignal("");
  const end = (work: () => Promise<unknown>, said: string) => async () => {
    trouble.value = "";
    try {
      await withProof(work);
      announce(said);
      await asked.again();
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : `${t("device-not-ended")} ${troubleOf(error)}`;
    }
  };
  return (
    <Page title={t("devices-title")} back={back}>
      <p>{t("devices-intro")}</p>
      <Shown of={asked}>{({ sessions }) => {
        const others = sessions.filter((session) => !session.current);
        return (
          <>
            {trouble.value && <Failed words={trouble.value} />}
            <ul class="rows">
              {[...sessions].sort((a, b) => Number(b.current) - Number(a.current)).map((session) => (
                <li key={session.device}>
                  <One
                    session={session}
                    end={end(() => askAt("DELETE /api/sessions/{device}", { device: session.device }), t("device-ended", { name: nameOf(session) }))}
                  />
                </li>
              ))}
            </ul>
            {others.length > 0 && (
              <Notice title={t("device-lost-title")}>
                <p>{t("device-lost")}</p>
                <p>{t("device-lost-unsent")}</p>
              </Notice>
            )}
            {others.length > 1 && (
              <Button kind="stop" wide press={end(() => ask("POST /api/sessions/end-others"), t("device-ended-others"))}>{t("device-end-others")}</Button>
            )}
          </>
        );
      }}</Shown>
    </Page>
  );
}

const nameOf = ({ name }: Session): string => name || t("device-unnamed");

function One({ session, end }: { session: Session; end: () => unknown }) {
  const { method, signed_in_at, heard_at, current } = session;
  return (
    <div class="row card">
      <h2 class="what">{nameOf(session)}</h2>
      {current && <p><span class="tag">{t("device-this")}</span></p>}
      <p class="soft">
        {t("device-since", { day: onDay(signed_in_at) })} {t(`device-by-${METHODS.has(method) ? method : "code"}`)}<br />
        {t("device-heard", { when: atTime(heard_at) })}
      </p>
      {!current && (
        <div class="buttons"><Button kind="stop" press={end} label={t("device-end-named", { name: nameOf(session) })}>{t("device-end")}</Button></div>
      )}
    </div>
  );
}
