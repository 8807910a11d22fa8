import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Packs } from "../../../shared/content/packs.ts";
import type { Block, ServicePage as Text } from "../../../shared/content/types.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { type Service, useService } from "../../service.ts";
import { me, store } from "../../state.ts";
import { t } from "./words.ts";

interface Facts {
  [gap: string]: string | number | null;
}

/** A page of the content with what only the service knows filled in. Open to everybody, also without signal. */
export function ServicePage({ name }: { name: "privacy" | "accessibility" }) {
  const text = useSignal<Text | null | undefined>(undefined);
  const service = useService();
  const look = async () => (text.value = await new Packs(store.value!).page(name).catch(() => null));
  useEffect(() => void look(), []);
  const back = me.value ? { to: "/more", words: t("nav-more") } : { to: "/join", words: t("page-to-start") };
  const title = text.value?.title ?? t(`page-${name}`);
  return (
    <Page title={title} back={back}>
      {text.value === undefined && <Loading />}
      {text.value === null && <Failed words={t("needs-internet-to-see")} again={look} />}
      {text.value?.sections.map((section, index) => (
        <section key={index}>
          {section.heading && <h2>{section.heading}</h2>}
          <Blocks of={section.words.map((block) => filled(block, text.value!.missing, factsOf(service, name)))} />
        </section>
      ))}
    </Page>
  );
}

function factsOf(service: Service | null, name: "privacy" | "accessibility"): Facts {
  const called = service?.name ?? t("page-service");
  const whole_postcode = t("page-whole-postcode", { who: service?.whole_postcodes ?? "phone", service: called });
  return { service: called, whole_postcode, ...service?.retention, ...service?.[name] };
}

/** A gap that nobody has filled in says what is missing: nothing is left out silently. */
function filled(block: Block, missing: { [gap: string]: string }, facts: Facts): Block {
  const fill = (text: string) => text.replaceAll(/\{([^{}]*)\}/g, (_, gap: string) => String(facts[gap] ?? missing[gap] ?? t("page-not-said")));
  if (typeof block === "string") return fill(block);
  return { ...block, ...(block.text !== undefined && { text: fill(block.text) }), ...(block.items && { items: block.items.map(fill) }) } as Block;
}
