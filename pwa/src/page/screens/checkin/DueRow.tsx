import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Packs } from "../../../shared/content/packs.ts";
import type { Pathways } from "../../../shared/content/pathway-types.ts";
import { checkInsOf, standingOf } from "../../../shared/rules/contacts.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { entries, store, today } from "../../state.ts";
import { contactAddress, runningOn } from "./own.ts";
import { date, t } from "./words.ts";

/** On Today: each check-in that is due or overdue, as a row that can be passed over. It counts nothing and scolds nobody. */
export function CheckInDue() {
  const pathways = useSignal<Pathways>({});
  useEffect(() => {
    void new Packs(store.value!).pack<Pathways>("pathways").then((found) => (pathways.value = found ?? {}), () => undefined);
  }, []);
  const due = runningOn(pathways.value).flatMap((enrolled) => {
    const standing = standingOf(entries.value, pathways.value, enrolled, today.value);
    return standing?.state === "due" || standing?.state === "overdue" ? [{ enrolled, standing }] : [];
  });
  if (!due.length) return null;
  return (
    <ul class="rows">
      {due.map(({ enrolled, standing: { state, contact, to } }) => {
        const { title } = pathways.value[enrolled.body.pathway]!.contacts.find(({ slug }) => slug === contact)!;
        const begun = checkInsOf(entries.value, enrolled).some(({ body }) => body.contact === contact && body.state === "open");
        const detail = t(`checkin-row-${begun ? "begun" : state}`, { contact: title, day: date(to!) });
        return <LinkRow key={enrolled.id} to={contactAddress(enrolled.body, contact!)} what={t("checkin-row")} detail={detail} />;
      })}
    </ul>
  );
}
