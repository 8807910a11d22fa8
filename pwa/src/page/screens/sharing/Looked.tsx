import { useSignal } from "@preact/signals";
import { ask, askAt } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, Failed } from "../../components/States.tsx";
import { me } from "../../state.ts";
import { atTime, back, troubleOf } from "../account/words.ts";
import { scopeWords, type Share, t } from "./words.ts";
import "../account/account.css";

type Row = Schemas["Looked"];

/** What has words of its own; anything else is told as "did something". */
const KNOWN = new Set([
  "made", "read", "wrote", "shared", "withdrew", "took-up", "broke-glass", "looked-at", "joined", "made-code", "exported", "renamed",
  "signed-in", "signed-out", "ended-sessions", "made-passkey", "deleted-passkey", "made-codes", "linked", "unlinked", "proved", "suggested",
  "referred", "supported", "ran-out",
]);

/** Who looked: everything that was done with this record, the newest first, in plain words. */
export default function Looked() {
  const carer = me.value?.role === "carer"; // with no diary of their own there is nothing to share
  const rows = useSignal<Row[]>([]);
  const more = useSignal(false);
  const trouble = useSignal("");
  const reasons = useSignal<Share[]>([]);
  const page = async (before?: number) => {
    const found = await askAt("GET /api/access-log", { before });
    rows.value = before === undefined ? found.rows : [...rows.value, ...found.rows];
    more.value = found.more;
    return found;
  };
  const asked = useAsked(async () => {
    reasons.value = (await ask("GET /api/shares")).given.filter((share) => share.with_kind === "emergency");
    return page();
  });
  const older = async () => {
    trouble.value = "";
    await page(rows.value.at(-1)?.number).catch((error: unknown) => (trouble.value = troubleOf(error)));
  };
  return (
    <Page title={t("looked-title")} back={back}>
      <p>{t(carer ? "looked-intro-carer" : "looked-intro")}</p>
      <Shown of={asked}>{() => (
        <>
          {rows.value.length === 0 && <Empty><p>{t("looked-nobody")}</p></Empty>}
          <ol class="rows">{rows.value.map((row) => <li key={row.number}><One row={row} reason={reasonFor(row, reasons.value)} /></li>)}</ol>
          {trouble.value && <Failed words={trouble.value} />}
          {more.value && <Button kind="quiet" wide press={older}>{t("looked-more")}</Button>}
        </>
      )}</Shown>
      {!carer && <a class="button quiet wide" href="/more/sharing">{t("sharing-title")}</a>}
    </Page>
  );
}

/** The reason that was given when somebody broke the glass: it is kept with what that opened. */
function reasonFor({ action, by, at }: Row, emergencies: Share[]): string | null {
  if (action !== "broke-glass") return null;
  const near = emergencies.find(({ with_id, given_at }) => with_id === by && Math.abs(Date.parse(given_at) - Date.parse(at)) < 5_000);
  return near?.why ?? null;
}

function One({ row, reason }: { row: Row; reason: string | null }) {
  const emergency = row.purpose === "emergency" || row.action === "broke-glass";
  return (
    <div class={emergency ? "row card marked" : "row card"}>
      {emergency && <p><strong>{t("looked-emergency")}</strong></p>}
      <p class="what">{sentence(row)}</p>
      {reason && <p>{t("share-reason", { why: reason })}</p>}
      <p class="detail">{atTime(row.at)}</p>
    </div>
  );
}

/** What is said in other words of what somebody did themselves. */
const OWN: { [action: string]: string | undefined } = { referred: "asked", supported: "answered" };

const support = (action: string, what: readonly string[]): string => (action === "read" && what.join() === "support" ? "read-support" : action);

/** "Sam, advisor, opened your diary: pain and exercise." */
function sentence({ by, called, role, action, what }: Row): string {
  const own = by !== null && by === me.value?.person;
  const who = own ? t("looked-you") : by === null ? t("looked-system") : t("looked-who", { called: called ?? t("looked-somebody"), role: t(`role-${role}`) });
  const seen = scopeWords(what);
  const id = KNOWN.has(action) ? (own ? OWN[action] : undefined) ?? support(action, what) : "other";
  return t(`looked-${id}`, { who, what: seen || t("looked-diary") });
}
