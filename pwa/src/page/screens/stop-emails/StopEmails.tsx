import stop from "content/messages/en/stop-emails.ftl?raw";
import { useSignal } from "@preact/signals";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { words } from "../../messages.ts";
import { decoded } from "../../router.ts";

const t = words(stop);
type How = "asks" | "busy" | "stopped" | "no-link" | "no-answer";

/**
 * /stop-emails#TOKEN, out of an e-mail, for whoever holds it: asks once, and ends the e-mails. The token is in the part
 * of the address that browsers keep to themselves.
 */
export default function StopEmails() {
  const token = decoded(location.hash.slice(1)) ?? "";
  const how = useSignal<How>(token ? "asks" : "no-link");
  const press = async () => {
    if (how.value === "busy") return;
    how.value = "busy";
    how.value = await ended(token);
  };
  if (how.value === "stopped") return <Page title={t("stop-emails-stopped")}><Notice><p>{t("stop-emails-again")}</p></Notice></Page>;
  return (
    <Page title={t("stop-emails-title")}>
      {how.value === "no-link" && <Notice kind="stop" urgent><p>{t("stop-emails-no-link")}</p></Notice>}
      {how.value === "no-answer" && <Notice kind="stop" urgent><p>{t("stop-emails-no-answer")}</p></Notice>}
      {how.value !== "no-link" && (
        <>
          <p>{t("stop-emails-about")}</p>
          <button type="button" class="button wide" aria-disabled={how.value === "busy"} onClick={press}>{t(how.value === "busy" ? "stop-emails-busy" : "stop-emails-stop")}</button>
        </>
      )}
    </Page>
  );
}

const LONGEST_MS = 20_000;

async function ended(token: string): Promise<How> {
  try {
    const address = `/open/reminders/stop/${encodeURIComponent(token)}`;
    const answer = await fetch(address, { method: "POST", credentials: "omit", signal: AbortSignal.timeout(LONGEST_MS) });
    return answer.ok ? "stopped" : answer.status === 404 ? "no-link" : "no-answer";
  } catch {
    return "no-answer";
  }
}
