import { useSignal } from "@preact/signals";
import type { Day } from "../../../shared/dates.ts";
import type { OnPathway } from "../../../shared/record/kinds.ts";
import type { Entry, How } from "../../../shared/record/versions.ts";
import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { pathwayName } from "../../named.ts";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { type CheckInPacks, useCheckInPacks } from "../checkin/packs.ts";
import { useTrying } from "../goals/trying.tsx";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { ExtraMeasures } from "./ExtraMeasures.tsx";
import type { Opened } from "./opening.ts";
import { firstWay, WayField } from "./WayField.tsx";
import { variantWords } from "./variant-words.ts";
import { nameOf } from "./words.ts";
import { Choices } from "./WriteFor.tsx";

/** Puts somebody on a pathway, or changes its group and what is asked on top. Staff choose; nothing is worked out. */
export function PathwayForm({ record, keep, id }: CareProps & { id: string | undefined }) {
  const packs = useCheckInPacks();
  const before = pathwaysOn(record.entries).find((each) => each.id === id);
  const back = { to: `/person/${record.person}`, words: nameOf(record.called) };
  const title = t(before ? "care-change-title" : "care-start-title", { called: nameOf(record.called) });
  if (!packs) return <Page title={title} back={back}><Loading /></Page>;
  return <Page title={title} back={back}><Form record={record} keep={keep} before={before} packs={packs} to={back.to} /></Page>;
}

interface FormProps extends CareProps {
  before: Entry<"pathway"> | undefined;
  packs: CheckInPacks;
  to: string;
}

function Form({ record, keep, before, packs, to }: FormProps) {
  const slug = useSignal(before?.body.pathway ?? "");
  const variant = useSignal<string | null>(before?.body.variant ?? null);
  const extra = useSignal<string[]>(before?.body.extra ?? []);
  const day = useSignal<Day>(before?.body.started_on ?? today.value);
  const way = useSignal<How>(firstWay(record.ways));
  const needed = useSignal(false);
  const trying = useTrying(true);
  const chosen = packs.pathways[slug.value];
  const runs = before ? undefined : runningIn(record)[0];
  const save = async () => {
    needed.value = !chosen;
    if (!chosen || !isDayInReach(day.value, today.value)) return;
    const body: OnPathway = {
      pathway: chosen.slug, version: before?.body.version ?? chosen.version, variant: variant.value, started_on: day.value,
      extra: extra.value, ended: before?.body.ended ?? null,
    };
    const done = await trying.try(async () => {
      const on = runs && (day.value < runs.body.started_on ? runs.body.started_on : day.value);
      // First: whoever has to try again ends what still runs, and never begins the next one twice.
      if (runs) await keep("pathway", { ...runs.body, ended: { on: on!, why: "moved-on" } }, way.value, { entry: runs.id });
      await keep("pathway", body, way.value, { entry: before?.id ?? null });
    });
    if (done) go(to);
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      {before ? <p><strong>{pathwayName(before.body.pathway)}</strong></p> : (
        <Choices
          question={t("care-which")} options={Object.keys(packs.pathways)} words={pathwayName} chosen={slug.value}
          choose={(next) => { slug.value = next; variant.value = null; }} wrong={needed.value && !chosen ? t("care-which-needed") : ""}
        />
      )}
      {chosen && chosen.variants.length > 0 && (
        <>
          <Choices
            question={t("care-variant")} options={["", ...chosen.variants.map((each) => each.slug)]} chosen={variant.value ?? ""}
            words={(each) => (each ? variantWords(chosen, each, packs.asks) : t("care-variant-none"))}
            choose={(next) => (variant.value = next || null)} wrong=""
          />
          <p class="soft">{t("care-variant-hint")}</p>
        </>
      )}
      <ExtraMeasures asks={packs.asks} pathway={chosen} variant={variant.value} extra={extra.value} choose={(next) => (extra.value = next)} />
      {!before && <DayPicker question={t("care-began")} today={today.value} value={day.value} choose={(next) => (day.value = next)} />}
      <WayField question={t("care-way")} ways={record.ways} way={way.value} choose={(next) => (way.value = next)} />
      {runs && <p>{t("care-moves-on", { pathway: pathwayName(runs.body.pathway) })}</p>}
      <trying.Trouble />
      <div class="buttons">
        <Button submit press={save}>{t("care-save-pathway", { called: nameOf(record.called) })}</Button>
        {before && !before.body.ended && <a class="button quiet" href={`${to}/end/${before.id}`}>{t("care-end")}</a>}
        <a class="button quiet" href={to}>{t("care-cancel")}</a>
      </div>
    </form>
  );
}

const runningIn = ({ entries }: Opened) => pathwaysOn(entries).filter(({ body }) => body.ended === null);
