import { useSignal } from "@preact/signals";
import type { Day } from "../../../shared/dates.ts";
import type { How } from "../../../shared/record/versions.ts";
import { openContacts, pathwaysOn } from "../../../shared/rules/contacts.ts";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { useCheckInPacks } from "../checkin/packs.ts";
import { date, t } from "./care-words.ts";
import type { Opened } from "./opening.ts";
import { firstWay, WayField } from "./WayField.tsx";
import { nameOf } from "./words.ts";
import { Choices } from "./WriteFor.tsx";

interface ContactHowProps {
  record: Opened;
  id: string;
  /** the contact that is offered first; none: the first that is open */
  contact: string | undefined;
}

/** Before a contact: which one, and whether with the person in front, on a call, or from paper and of which day. */
export function ContactHow({ record, id, contact }: ContactHowProps) {
  const packs = useCheckInPacks();
  const chosen = useSignal(contact);
  const way = useSignal<How>(firstWay(record.ways));
  const day = useSignal<Day>(today.value);
  const called = nameOf(record.called);
  const back = { to: `/person/${record.person}`, words: called };
  const enrolled = pathwaysOn(record.entries).find((each) => each.id === id);
  if (packs === undefined) return <Page title={t("care-pathway")} back={back}><Loading /></Page>;
  const open = enrolled && packs ? openContacts(record.entries, packs.pathways, enrolled) : [];
  const which = open.find(({ slug }) => slug === chosen.value) ?? open[0];
  if (!enrolled || !which) return <Page title={t("care-contact-gone")} back={back}><p>{t("care-contact-gone-words")}</p></Page>;
  const early = way.value === "paper" && day.value < enrolled.body.started_on;
  const begin = () => {
    if (early || (way.value === "paper" && !isDayInReach(day.value, today.value))) return;
    go(`/person/${record.person}/contact/${id}/${which.slug}/${way.value === "paper" ? `paper.${day.value}` : way.value}`);
  };
  return (
    <Page title={t("care-contact-title", { contact: which.title, called })} back={back}>
      {open.length > 1 && (
        <Choices
          question={t("care-contact-which")} options={open.map(({ slug }) => slug)} words={(slug) => open.find((each) => each.slug === slug)!.title}
          chosen={which.slug} choose={(slug) => (chosen.value = slug)} wrong=""
        />
      )}
      <WayField question={t("care-contact-how")} ways={record.ways} way={way.value} choose={(next) => (way.value = next)} />
      {way.value === "paper" && <DayPicker question={t("care-contact-day")} today={today.value} value={day.value} choose={(next) => (day.value = next)} />}
      {early && <p class="wrong-words" role="alert">{t("care-contact-too-early", { day: date(enrolled.body.started_on) })}</p>}
      <p class="soft">{t("care-contact-kept", { called })}</p>
      <Button press={begin}>{t("care-contact-begin")}</Button>
    </Page>
  );
}
