import { useEffect, useRef } from "preact/hooks";
import { moved } from "../../../shared/rules/choosing.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { t } from "./programme-words.ts";

interface PickOrderProps {
  chosen: readonly string[];
  nameOf: (slug: string) => string;
  change: (chosen: string[]) => void;
}

type Way = "earlier" | "later";

/** The chosen exercises in the order in which they are done: moved and taken away with buttons. */
export function PickOrder({ chosen, nameOf, change }: PickOrderProps) {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ slug: string; way: Way } | null>(null);
  useEffect(() => {
    if (!pressed.current) return;
    const { slug, way } = pressed.current; // a row that moved has lost the focus; at an end its other button has it
    pressed.current = null;
    const row = list.current?.querySelector(`[data-exercise="${slug}"]`);
    (row?.querySelector<HTMLElement>(`.pick-${way} button`) ?? row?.querySelector("button"))?.focus();
  }, [chosen]);
  const move = (slug: string, way: Way) => () => {
    pressed.current = { slug, way };
    const next = moved(chosen, slug, way === "earlier" ? -1 : 1);
    change(next);
    announce(t("pick-moved", { exercise: nameOf(slug), place: next.indexOf(slug) + 1, count: next.length }));
  };
  const takeAway = (slug: string) => () => {
    const at = chosen.indexOf(slug);
    const beside = chosen[at + 1] ?? chosen[at - 1];
    if (beside) pressed.current = { slug: beside, way: "later" };
    change(chosen.filter((each) => each !== slug));
    announce(t("pick-taken-away", { exercise: nameOf(slug) }));
  };
  return (
    <ol class="rows" ref={list}>
      {chosen.map((slug, index) => {
        const exercise = nameOf(slug);
        return (
          <li key={slug} class="pick-row" data-exercise={slug}>
            <span class="what">{t("pick-place", { place: String(index + 1), exercise })}</span>
            <span class="buttons">
              {index > 0 && (
                <span class="pick-earlier">
                  <Button kind="quiet" label={t("pick-earlier-which", { exercise })} press={move(slug, "earlier")}>{t("pick-earlier")}</Button>
                </span>
              )}
              {index < chosen.length - 1 && (
                <span class="pick-later">
                  <Button kind="quiet" label={t("pick-later-which", { exercise })} press={move(slug, "later")}>{t("pick-later")}</Button>
                </span>
              )}
              <Button kind="plain" label={t("pick-take-away-which", { exercise })} press={takeAway(slug)}>{t("pick-take-away")}</Button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
