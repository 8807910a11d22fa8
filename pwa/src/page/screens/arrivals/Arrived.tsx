import { useSignal } from "@preact/signals";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { me } from "../../state.ts";
import { dated } from "../refer/words.ts";
import { daysSince, t } from "./words.ts";

type One = Answer<"GET /api/referrals/new">["arrivals"][number];
type Run = (work: () => Promise<unknown>, said: string) => Promise<void>;

/** A referral that nobody has taken: who, since when, why, who may be the same, and one tap to take them on. */
export function Arrived({ of, run }: { of: One; run: Run }) {
  const { details, source } = of;
  const now = new Date();
  const called = [details?.given_name ?? of.called, details?.family_name].filter(Boolean).join(" ") || t("arrivals-nobody");
  const from = details?.organisation ? t("arrivals-from-named", { name: details.organisation }) : t(`arrivals-from-${source}`);
  const take = () => run(
    () => askAt("PUT /api/referrals/{referral}/steps/{step}", { referral: of.id, step: uuid7() }, { kind: "take", at: now.toISOString(), owner: me.value!.person }),
    t("arrivals-taken", { called }),
  );
  const late = of.next_on !== null && of.next_on < londonDay(now);
  const facts = [
    ["arrivals-reason", details?.reason], ["arrivals-born", details?.born_on && dated(details.born_on)], ["arrivals-nhs", spaced(details?.nhs_number)],
    ["arrivals-phone", details?.phone], ["arrivals-postcode", details?.postcode], ["arrivals-number", of.number],
  ] as const;
  return (
    <article class="row card" aria-label={called}>
      <h2 class="what">{called}</h2>
      <p class="detail">{t("arrivals-waits", { days: daysSince(of.received_at, now) })}, {from}</p>
      {late && <p><strong>{t("arrivals-late")}</strong></p>}
      <dl class="pairs">{facts.map(([what, said]) => said && <Fact key={what} what={t(what)} said={said} />)}</dl>
      {of.same_as.map((other) => <MaybeSame key={other.person} of={of} other={other} called={called} run={run} />)}
      <div class="buttons"><Button press={take} label={t("arrivals-take-whom", { called })}>{t("arrivals-take")}</Button></div>
    </article>
  );
}

const spaced = (number?: string | null): string | null => (number ? `${number.slice(0, 3)}\u00a0${number.slice(3, 6)}\u00a0${number.slice(6)}` : null);

const Fact = ({ what, said }: { what: string; said: string }) => <><dt>{what}</dt><dd>{said}</dd></>;

interface MaybeProps {
  of: One;
  other: One["same_as"][number];
  called: string;
  run: Run;
}

/** Somebody who is alike, in what, and the two answers; joining two is asked about once more. */
function MaybeSame({ of, other, called, run }: MaybeProps) {
  const asking = useSignal(false);
  const known = other.called ?? t("arrivals-nobody");
  const where = { referral: of.id, person: other.person };
  const join = () => run(() => askAt("PUT /api/referrals/{referral}/same-as/{person}", where), t("arrivals-joined", { called: known }));
  const apart = () => run(() => askAt("PUT /api/referrals/{referral}/not-same-as/{person}", where), t("arrivals-apart"));
  return (
    <div class="notice warm">
      <h3>{t("arrivals-maybe", { called: known })}</h3>
      <ul>
        {other.alike.map((each) => <li key={each}>{t(`arrivals-alike-${each}`)}</li>)}
        {other.open && <li>{t("arrivals-busy")}</li>}
      </ul>
      {asking.value ? <p role="alert">{t("arrivals-sure", { new: called, known })}</p> : <p>{t("arrivals-only-you")}</p>}
      <p><a href={`/person/${other.person}`}>{t("arrivals-look", { called: known })}</a></p>
      <div class="buttons">
        {asking.value
          ? <><Button kind="stop" press={join}>{t("arrivals-join")}</Button><Button kind="quiet" press={() => void (asking.value = false)}>{t("arrivals-keep")}</Button></>
          : <><Button kind="quiet" press={() => void (asking.value = true)}>{t("arrivals-same")}</Button><Button kind="quiet" press={apart}>{t("arrivals-not-same")}</Button></>}
      </div>
    </div>
  );
}
