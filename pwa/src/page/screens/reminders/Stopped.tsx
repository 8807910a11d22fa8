import type { Answer } from "../../../shared/api/client.ts";
import { ask } from "../../../shared/api/client.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSaving } from "../../components/Saving.tsx";
import type { Latest } from "../../reminders/copies.ts";
import { atTime, t } from "./words.ts";

/** Where somebody ended e-mails by the link in one of them: since when, and the way back. */
export function Stopped({ service }: { service: Latest<Answer<"GET /api/reminders">> }) {
  const saving = useSaving();
  const at = service.copy.value?.value.stopped_at;
  if (!at) return null;
  const again = () => saving.try(async () => {
    await ask("POST /api/reminders/emails");
    announce(t("remind-emails-on"));
    await service.again();
  });
  return (
    <Notice>
      <p>{t("remind-emails-stopped", { when: atTime(at) })}</p>
      <saving.Trouble />
      <div class="buttons"><Button kind="quiet" press={again}>{t("remind-emails-again")}</Button></div>
    </Notice>
  );
}
