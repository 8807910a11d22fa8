import { useSignal } from "@preact/signals";
import { ask, type Body } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useDraft } from "../../draft.ts";
import { Came, focusWrong, useDoing } from "../service/useDoing.tsx";
import { Shown } from "../service/useFetched.tsx";
import { type Board, keepBoard, useBoard } from "./board.ts";
import { Area } from "./fields.tsx";
import { home, t } from "./words.ts";

type Said = Body<"PUT /api/publishing/profile">;
type Field = keyof Said;
type Texts = { [field in Field]: string };

const LINES: [field: Exclude<Field, "description">, longest: number][] = [["phone", 30], ["email", 200], ["url", 290], ["charity", 11]];
/** The same as the server's own. */
const FORMS: { [field in Field]?: RegExp } = {
  phone: /^[0-9+() ]{3,30}$/, email: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/, url: /^(https?:\/\/)?[^\s<>"'\\@]+$/i, charity: /^(SC|NIC)?[0-9]{5,8}$/,
};
const DRAFT_VERSION = 1;

const textsOf = (said: Said): Texts =>
  ({ description: said.description ?? "", url: said.url ?? "", email: said.email ?? "", phone: said.phone ?? "", charity: said.charity ?? "" });

/** /organisation/profile: who the organisation is, which all that it publishes says too. */
export function Profile() {
  const found = useBoard();
  return (
    <Page title={t("publish-profile")} back={home}>
      <p>{t("publish-profile-about")}</p>
      <Shown of={found}>{(board) => <Form board={board} />}</Shown>
    </Page>
  );
}

function Form({ board }: { board: Board }) {
  const form = useDraft<Texts>("organisation profile", DRAFT_VERSION, () => textsOf(board.profile));
  const checked = useSignal(false);
  const doing = useDoing();
  const texts = form.value.value;
  if (!texts) return null;
  const isWrong = (field: Field) => Boolean(texts[field].trim()) && FORMS[field]?.test(texts[field].trim()) === false;
  const wrong = (field: Field) => (checked.value && isWrong(field) ? t(`publish-needs-${field === "url" ? "web" : field}`) : undefined);
  const save = async () => {
    checked.value = true;
    if (LINES.some(([field]) => isWrong(field))) return focusWrong();
    const said = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim() || null])) as unknown as Said;
    const web = said.url && said.url.replace(/^(https?:\/\/)?/i, "https://");
    if (await doing.run(async () => keepBoard(await ask("PUT /api/publishing/profile", { ...said, url: web })), t("publish-profile-saved"))) await form.done();
  };
  return (
    <>
      {form.restored.value && <Notice><p>{t("publish-restored")}</p><Button kind="plain" press={form.startAgain}>{t("publish-start-again")}</Button></Notice>}
      <p><strong>{board.name}</strong></p>
      <Area
        question={t("publish-profile-description")} hint={t("publish-profile-description-hint")} longest={2000} value={texts.description}
        change={(description) => form.change({ description })}
      />
      {LINES.map(([field, longest]) => (
        <Line
          key={field} question={t(`publish-profile-${field}`)} longest={longest} value={texts[field]} wrong={wrong(field)}
          change={(text) => form.change({ [field]: text })}
        />
      ))}
      <Came of={doing} />
      <Button press={save}>{t("publish-profile-save")}</Button>
    </>
  );
}
