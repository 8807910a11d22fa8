import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { daysSince, t } from "./words.ts";

/** How many referrals nobody has taken, on the screen where the team begins; not there while there is none. */
export function ArrivalsLink() {
  const found = useSignal<Answer<"GET /api/referrals/new/count"> | null>(null);
  useEffect(() => {
    const look = () => ask("GET /api/referrals/new/count").then((waiting) => void (found.value = waiting), () => undefined);
    void look();
    addEventListener("online", look);
    return () => removeEventListener("online", look);
  }, []);
  const { count = 0, since = null } = found.value ?? {};
  if (!since) return null;
  const days = daysSince(since, new Date());
  return (
    <ul class="rows">
      <LinkRow to="/arrivals" what={t("arrivals-link", { count })} detail={t("arrivals-link-words", { days })} />
    </ul>
  );
}
