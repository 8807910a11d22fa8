import { useSignal } from "@preact/signals";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import { type Day, dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dayWords, timeWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { Came, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

type Log = Answer<"GET /api/audit">;
type Row = Log["rows"][number];

/** What was done in the service itself, by whom and when. What was done with somebody's record is theirs to read. */
export function AuditLog() {
  const log = useFetched(() => askAt("GET /api/audit", {}));
  const doing = useDoing();
  const busy = useSignal(false);
  const older = async () => {
    const now = log.value.value!;
    busy.value = true;
    await doing.run(async () => {
      const page = await askAt("GET /api/audit", { before: now.rows.at(-1)?.number });
      log.value.value = { ...page, rows: [...now.rows, ...page.rows] };
    }, "");
    busy.value = false;
  };
  return (
    <Page title={t("service-audit")} back={back}>
      <p>{t("audit-words")}</p>
      <Shown of={log}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 && <Empty><p>{t("audit-none")}</p></Empty>}
            {byDay(rows).map(([day, found]) => (
              <section key={day}>
                <h2>{dayWords(day, locale)}</h2>
                <ul class="rows">{found.map((row) => <li key={row.number} class="row"><One row={row} /></li>)}</ul>
              </section>
            ))}
            <Came of={doing} />
            {more && <Button kind="quiet" wide press={older}>{t("audit-older")}</Button>}
          </>
        )}
      </Shown>
    </Page>
  );
}

function One({ row }: { row: Row }) {
  const [what = ""] = row.what;
  return (
    <span class="grow">
      <span class="what">{t("audit-action", { action: row.action })}</span>
      <span class="detail">
        {timeWords(localOf(row))} · {row.called ?? t("audit-nobody")} · {t("audit-role", { role: row.role })}
      </span>
      {what && <span class="detail">{row.what.map((each) => t("audit-what", { what: each })).join(", ")}{row.count > 1 && ` (${row.count})`}</span>}
    </span>
  );
}

const localOf = ({ at }: Row): string => localTime(new Date(at), phoneClock.zone());

function byDay(rows: readonly Row[]): [Day, Row[]][] {
  const days = new Map<Day, Row[]>();
  for (const row of rows) days.set(dayOf(localOf(row)), [...(days.get(dayOf(localOf(row))) ?? []), row]);
  return [...days];
}
