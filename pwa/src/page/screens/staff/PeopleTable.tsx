import { useSignal } from "@preact/signals";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import type { Person } from "./People.tsx";
import { type Column, sorted } from "./sorting.ts";
import { t } from "./words.ts";

const COLUMNS: Column[] = ["name", "joined", "last-heard"];

/** Everybody who joined: found by name, sorted by any column, each with a way back in. */
export function PeopleTable({ people, again }: { people: Person[]; again: (person: Person) => unknown }) {
  const find = useSignal("");
  const by = useSignal<{ column: Column; up: boolean }>({ column: "joined", up: false });
  const wanted = find.value.trim().toLocaleLowerCase(locale);
  const shown = sorted(people.filter((person) => nameOf(person).toLocaleLowerCase(locale).includes(wanted)), by.value.column, by.value.up);
  const sortBy = (column: Column) => () => {
    by.value = { column, up: by.value.column === column ? !by.value.up : column === "name" };
  };
  return (
    <>
      <p>{t("staff-people-count", { count: people.length })}. <span class="soft">{t("staff-people-what")}</span></p>
      <div class="field">
        <label for="staff-find">{t("staff-find")}</label>
        <input id="staff-find" class="input" type="search" autocomplete="off" value={find.value} onInput={(event) => (find.value = event.currentTarget.value)} />
      </div>
      {shown.length === 0 && <p role="status">{t("staff-find-none", { text: find.value })}</p>}
      {shown.length > 0 && (
        <table class="people">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" aria-sort={by.value.column === column ? (by.value.up ? "ascending" : "descending") : undefined}>
                  <button type="button" class="sort" onClick={sortBy(column)}>
                    {t(`staff-${column}`)}
                    <span aria-hidden="true">{by.value.column === column ? (by.value.up ? " ↑" : " ↓") : ""}</span>
                  </button>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>{shown.map((person) => <Row key={person.person} person={person} again={again} />)}</tbody>
        </table>
      )}
    </>
  );
}

function Row({ person, again }: { person: Person; again: (person: Person) => unknown }) {
  const called = nameOf(person);
  return (
    <tr>
      <th scope="row"><a class="to-person" href={`/person/${person.person}`}>{called}</a></th>
      <td><span class="cell-label" aria-hidden="true">{t("staff-joined")}</span> {person.joined_at ? dateOf(person.joined_at) : t("staff-not-joined")}</td>
      <td>
        <span class="cell-label" aria-hidden="true">{t("staff-last-heard")}</span>{" "}
        {person.last_heard_at ? dateOf(person.last_heard_at) : t("staff-never")}
      </td>
      <td>
        <Button kind="quiet" label={t("staff-make-again-of", { called })} press={() => again(person)}>{t("staff-make-again")}</Button>
      </td>
    </tr>
  );
}

const nameOf = (person: Person): string => person.called ?? t("staff-no-name");

const dateOf = (instant: string): string => dateWords(dayOf(localTime(new Date(instant), phoneClock.zone())), locale);
