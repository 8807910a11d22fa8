import makeLink from "content/messages/en/answer-link.ftl?raw";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { locale, words } from "../../messages.ts";
import { CodeBox } from "../account/CodeBox.tsx";
import { Qr } from "../account/Qr.tsx";
import { Came, useDoing } from "../service/useDoing.tsx";
import { Shown, useFetched } from "../service/useFetched.tsx";

const t = words(makeLink);

type Made = Answer<"PUT /api/prescriptions/{prescription}/link/{link}">;
type Now = Answer<"GET /api/prescriptions/{prescription}/link">;

/** For a group without an account: a link with which it answers this suggestion once, to hand over or print; and its end. */
export function MakeLink({ prescription }: { prescription: string }) {
  return <Fold words={t("answer-link-title")}><Inside prescription={prescription} /></Fold>;
}

function Inside({ prescription }: { prescription: string }) {
  const now = useFetched(() => askAt("GET /api/prescriptions/{prescription}/link", { prescription }));
  const made = useSignal<Made | null>(null);
  const doing = useDoing();
  const id = useRef(uuid7());
  const make = async () => {
    const link = id.current; // asked again after no answer came, it is the same link
    if (!(await doing.run(async () => (made.value = await askAt("PUT /api/prescriptions/{prescription}/link/{link}", { prescription, link })), t("answer-link-box")))) return;
    id.current = uuid7();
    await now.again();
  };
  const end = async () => {
    if (!(await doing.run(() => askAt("DELETE /api/prescriptions/{prescription}/link", { prescription }), t("answer-link-is-ended")))) return;
    made.value = null;
    await now.again();
  };
  return (
    <>
      <p>{t("answer-link-about")}</p>
      {doing.trouble.value && <Came of={doing} />}
      <Shown of={now}>
        {(stands) => (
          <>
            {made.value ? <Handed made={made.value} /> : stands.state !== "none" && <p><strong>{standing(stands)}</strong></p>}
            <div class="buttons">
              <Button kind={made.value ? "quiet" : "main"} press={make}>{t(stands.state === "none" ? "answer-link-make" : "answer-link-make-new")}</Button>
              {stands.state === "open" && <Button kind="quiet" press={end}>{t("answer-link-end")}</Button>}
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

const standing = ({ state, ends_at }: Now): string =>
  t(`answer-link-now-${state}`, { day: ends_at ? shortDayWords(londonDay(new Date(ends_at)), locale) : "" });

function Handed({ made: { code, link, ends_at, qr } }: { made: Made }) {
  const address = link.split("#")[0]!.replace(/^https?:\/\//, "");
  const steps = [t("answer-link-1"), t("answer-link-2", { address }), t("answer-link-3")];
  return (
    <>
      <Qr rows={qr} title={t("answer-link-qr")} />
      <CodeBox title={t("answer-link-box")} code={code} link={link} ends_at={ends_at} steps={steps} />
    </>
  );
}
