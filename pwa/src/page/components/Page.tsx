import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../messages.ts";
import { arrivals } from "../router.ts";
import { serviceName } from "../state.ts";
import { Icon } from "./Icon.tsx";

interface PageProps {
  title: string;
  /** Where the way back leads; the four screens of the navigation have none. */
  back?: { to: string; words: string };
  children: ComponentChildren;
}

/** One screen: its heading, its name in the browser, and focus on arriving. */
export function Page({ title, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = t("screen-title", { screen: title, service: serviceName.value });
  }, [title, serviceName.value]);
  useLayoutEffect(() => {
    if (arrivals.value > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {back && (
        <a class="button plain back" href={back.to}>
          <Icon name="back" /> {back.words}
        </a>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
