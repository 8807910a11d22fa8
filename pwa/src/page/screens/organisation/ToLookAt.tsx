import toLookAt from "content/messages/en/to-look-at.ftl?raw";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { words } from "../../messages.ts";
import { me } from "../../state.ts";

const t = words(toLookAt);

const NOTHING: Answer<"GET /api/publishing/to-look-at"> = { organisations: 0, reports: 0 };

/** As it was last heard, so that coming back moves nothing under somebody's finger; and for whom. */
const found = signal(NOTHING);
let whose: string | undefined;

/** How much waits for whoever works here: nothing where it cannot be asked, as the screens that it leads to say why. */
function useToLookAt() {
  if (whose !== me.value?.person) found.value = NOTHING;
  whose = me.value?.person;
  useEffect(() => {
    const look = () => ask("GET /api/publishing/to-look-at").then((now) => (found.value = now), () => undefined);
    void look();
    addEventListener("online", look);
    return () => removeEventListener("online", look);
  }, []);
  return found.value;
}

/** What waits, on the screen where somebody begins; not there while nothing does. */
export function ToLookAt() {
  const { organisations, reports } = useToLookAt();
  if (!organisations && !reports) return null;
  return (
    <section>
      <h2>{t("to-look-at-title")}</h2>
      <ul class="rows">
        {organisations > 0 && <LinkRow to="/service/publishers" what={t("to-look-at-organisations", { count: organisations })} detail={t("to-look-at-organisations-words")} />}
        {reports > 0 && <LinkRow to="/more/reports" what={t("to-look-at-reports", { count: reports })} detail={t("to-look-at-reports-words")} />}
      </ul>
    </section>
  );
}
