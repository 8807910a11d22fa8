import more from "content/messages/en/more.ftl?raw";
import { Helplines } from "../../components/Helplines.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { words } from "../../messages.ts";
import { programme } from "../../state.ts";

const t = words(more);

/** The stop-now card: fixed content, with nothing asked and nothing counted. */
export default function Stop() {
  const { stop, stop_advice } = programme.value ?? {};
  return (
    <Page title={t("stop-title")} back={{ to: "/", words: t("nav-today") }}>
      {stop ? (
        <>
          <Notice kind="stop" title={t("stop-intro")}>
            <ul>
              {stop.map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ul>
          </Notice>
          <h2>{t("stop-advice-title")}</h2>
          <p>{stop_advice}</p>
        </>
      ) : (
        <p>{t("stop-missing")}</p>
      )}
      <p><a class="button quiet" href="/safe/exercise-stop">{t("stop-to-card")}</a></p>
      <Helplines />
    </Page>
  );
}
