import type { Answer } from "../../../shared/api/client.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { dated, t } from "./words.ts";

/** That a referral was sent: a number and no name, so that it may lie on a desk. */
export function Receipt({ of, from, another }: { of: Answer<"POST /api/refer">; from: string | null; another: () => void }) {
  return (
    <section aria-label={t("refer-receipt")}>
      <dl class="pairs">
        <dt>{t("refer-number")}</dt><dd class="numbers"><strong>{of.number}</strong></dd>
        <dt>{t("refer-sent-at")}</dt><dd>{dated(londonDay(new Date(of.received_at)))}</dd>
        {from && <><dt>{t("refer-from")}</dt><dd>{from}</dd></>}
        <dt>{t("refer-to")}</dt><dd>{of.service}</dd>
      </dl>
      <p>{t("refer-next", { days: of.days })}</p>
      <div class="buttons refer-after">
        <Button kind="quiet" press={() => print()}>{t("refer-print")}</Button>
        <Button press={another}>{t("refer-another")}</Button>
      </div>
    </section>
  );
}
