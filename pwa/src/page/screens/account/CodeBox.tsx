import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { atTime, t } from "./words.ts";
import "./account.css";

interface CodeBoxProps {
  title: string;
  code: string;
  link: string;
  ends_at: string;
  /** what to do with it, in the order in which it is done */
  steps: string[];
}

/** A code to hand over: large, with its link, to copy, send or print. It is shown this once. */
export function CodeBox({ title, code, link, ends_at, steps }: CodeBoxProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const said = useSignal("");
  useEffect(() => heading.current?.focus(), [code]);
  const copy = async () => {
    said.value = await navigator.clipboard.writeText(link).then(() => t("code-copied"), () => t("code-not-copied"));
    announce(said.value);
  };
  return (
    <section class="code-box" aria-labelledby="code-title">
      <h2 id="code-title" ref={heading} tabIndex={-1}>{title}</h2>
      <p class="code-big" aria-label={code.split("").join(" ")}>{code}</p>
      <p><strong>{t("code-until", { when: atTime(ends_at) })}</strong></p>
      <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <p class="code-address">{link}</p>
      <div class="buttons">
        <Button kind="quiet" press={copy}>{t("code-copy")}</Button>
        <Button kind="quiet" press={() => print()}>{t("code-print")}</Button>
      </div>
      <p aria-hidden="true" class="not-print">{said.value}</p>
    </section>
  );
}
