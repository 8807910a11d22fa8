import { useSignal } from "@preact/signals";
import { askAt } from "../../../../shared/api/client.ts";
import { announce } from "../../../announce.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Page } from "../../../components/Page.tsx";
import { useDraft } from "../../../draft.ts";
import { focusHeading } from "../../../focus.ts";
import { go } from "../../../router.ts";
import { focusWrong, useDoing } from "../../service/useDoing.tsx";
import { Shown } from "../../service/useFetched.tsx";
import { type Board, keepMine, type Mine, useBoard } from "../board.ts";
import { home, t } from "../words.ts";
import { changeOf, copyOf, DRAFT_VERSION, draftOf, emptyDraft, type ListingDraft } from "./draft.ts";
import { listingIn, type Missing, missingIn } from "./said.ts";
import { Steps } from "./Steps.tsx";

/** The draft of something that nobody was sent yet. */
export const NEW = "listing new";

interface ListingFormProps {
  /** what is changed, or with `again` what a new one is begun from */
  listing?: string;
  again?: boolean;
}

/** /organisation/new, /organisation/<id>/change and /organisation/<id>/again. What is typed stays on the device until it is sent. */
export function ListingForm({ listing, again }: ListingFormProps) {
  const found = useBoard();
  const before = found.value.value?.listings.find(({ id }) => id === listing);
  const title = t(!listing || again ? "publish-new" : "publish-change-title");
  const name = listing ? changeOf(listing, again) : NEW;
  // Without signal a new one is written all the same; a change begins from what the service has.
  if (!listing || before) {
    const fresh = () => (!before ? emptyDraft() : again ? copyOf(before.said) : draftOf(before.id, before.said));
    return <Whole title={title} name={name} fresh={fresh} before={again ? undefined : before} who={found.value.value} />;
  }
  return (
    <Page title={title} back={home}>
      <Shown of={found}>{() => <p>{t("publish-gone")}</p>}</Shown>
    </Page>
  );
}

interface WholeProps {
  title: string;
  name: string;
  fresh: () => ListingDraft;
  before: Mine | undefined;
  who: Board | null;
}

function Whole({ title, name, fresh, before, who }: WholeProps) {
  const form = useDraft<ListingDraft>(name, DRAFT_VERSION, fresh);
  const missing = useSignal<Missing | null>(null);
  const doing = useDoing();
  const draft = form.value.value;
  const back = before ? { to: `/organisation/${before.id}`, words: before.said.name } : home;
  if (!draft) return <Page title={title} back={back}>{null}</Page>;
  const send = async (published: boolean) => {
    missing.value = missingIn(draft);
    if (missing.value) {
      form.change({ step: missing.value.step });
      return focusWrong();
    }
    const words = t(published ? "publish-was-published" : "publish-was-kept", { name: draft.name.trim() });
    const done = await doing.run(async () => keepMine(await askAt("PUT /api/publishing/listings/{listing}", { listing: draft.id }, listingIn(draft, published))), words);
    if (!done) return;
    await form.done();
    go(`/organisation/${draft.id}`, { replace: true });
  };
  const keep = async () => {
    // Half of it is kept here until it is whole: the service takes no listing that lacks what people have to know.
    if (!missingIn(draft)) return send(false);
    form.change({});
    go("/organisation");
    announce(t("publish-kept-here"));
  };
  const startAgain = () => {
    missing.value = null;
    form.startAgain();
    focusHeading();
  };
  return (
    <Page title={title} back={back}>
      {form.restored.value && (
        <Notice>
          <p>{t("publish-restored")}</p>
          <Button kind="plain" press={startAgain}>{t("publish-start-again")}</Button>
        </Notice>
      )}
      <Steps
        form={form} draft={draft} missing={missing} who={who} trouble={doing.trouble.value}
        publish={() => send(true)} keep={before?.said.published ? null : keep}
      />
    </Page>
  );
}
