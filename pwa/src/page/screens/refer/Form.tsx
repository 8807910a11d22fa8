import { useSignal } from "@preact/signals";
import { Problem } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Area, OneOf } from "../organisation/fields.tsx";
import { focusWrong } from "../service/useDoing.tsx";
import { Text } from "./Text.tsx";
import { type Field, fieldOf, type NewArrival, nothing, PREFERS, saidOf, type Typed, wrongOf } from "./who.ts";
import { t, troubleOf } from "./words.ts";
import "../organisation/publish.css";
import "./refer.css";

const NAME = 35, LINE = 70, REASON = 150, WORDS = 2_000;

/** Who is referred, how to reach them and why. Errors stand beside the fields; what was typed stays until it is sent. */
export function Form({ send }: { send: (who: NewArrival) => Promise<void> }) {
  const typed = useSignal<Typed>(nothing);
  const wrong = useSignal<Partial<Record<Field, string>>>({});
  const trouble = useSignal("");
  const of = (field: Field) => ({
    value: String(typed.value[field] ?? ""), wrong: wrong.value[field],
    change: (text: string) => (typed.value = { ...typed.value, [field]: text }),
  });
  const press = async () => {
    trouble.value = "";
    wrong.value = Object.fromEntries(Object.entries(wrongOf(typed.value)).map(([field, id]) => [field, t(id)]));
    if (Object.keys(wrong.value).length) return focusWrong();
    try {
      await send(saidOf(typed.value));
    } catch (error) {
      const field = error instanceof Problem ? fieldOf(error.code) : null;
      if (!field) return void (trouble.value = troubleOf(error));
      wrong.value = { [field]: troubleOf(error) };
      focusWrong();
    }
  };
  return (
    <form class="refer" onSubmit={(event) => event.preventDefault()} novalidate>
      <h2>{t("refer-who")}</h2>
      <Text question={t("refer-given")} longest={NAME} {...of("given")} />
      <Text question={t("refer-family")} longest={NAME} {...of("family")} />
      <fieldset class={wrong.value.day ? "field wrong" : "field"}>
        <legend class="question">{t("refer-born")}</legend>
        <p class="hint">{t("refer-born-hint")}</p>
        {wrong.value.day && <span class="wrong-words" role="alert">{wrong.value.day}</span>}
        <div class="refer-date">
          <Text question={t("refer-day")} longest={2} mode="numeric" short {...of("day")} wrong={undefined} />
          <Text question={t("refer-month")} longest={2} mode="numeric" short {...of("month")} />
          <Text question={t("refer-year")} longest={4} mode="numeric" short {...of("year")} />
        </div>
      </fieldset>
      <Text question={t("refer-nhs")} hint={t("refer-nhs-hint")} longest={40} mode="numeric" {...of("nhs")} />
      <h2>{t("refer-reach")}</h2>
      <Text question={t("refer-phone")} longest={40} mode="tel" {...of("phone")} />
      <Text question={t("refer-postcode")} longest={8} {...of("postcode")} />
      <Text question={t("refer-email")} longest={254} mode="email" {...of("email")} />
      <OneOf
        question={t("refer-prefers")} of={PREFERS.map((each) => [each, t(`refer-prefers-${each}`)] as const)} value={typed.value.prefers}
        choose={(prefers) => (typed.value = { ...typed.value, prefers })}
      />
      <h2>{t("refer-why")}</h2>
      <Text question={t("refer-reason")} hint={t("refer-reason-hint")} longest={REASON} {...of("reason")} />
      <Fold words={t("refer-more")}>
        <Area question={t("refer-own")} longest={WORDS} {...of("own")} />
        <Area question={t("refer-view")} longest={WORDS} {...of("view")} />
        <Text question={t("refer-by")} longest={LINE} {...of("by")} />
        <Text question={t("refer-role")} longest={LINE} {...of("role")} />
        <Text question={t("refer-contact")} longest={LINE} {...of("contact")} />
      </Fold>
      <OneOf
        question={t("refer-agreed")} of={(["asked", "form"] as const).map((each) => [each, t(`refer-agreed-${each}`)] as const)} value={typed.value.agreed}
        wrong={wrong.value.agreed} choose={(agreed) => (typed.value = { ...typed.value, agreed })}
      />
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <Button submit wide press={press}>{t("refer-send")}</Button>
    </form>
  );
}
