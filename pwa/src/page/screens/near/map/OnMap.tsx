import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Source } from "../../../../shared/listings/cards.ts";
import type { Point } from "../../../../shared/listings/distance.ts";
import type { Line } from "../../../../shared/listings/near.ts";
import { Button } from "../../../components/Button.tsx";
import { Failed, Loading } from "../../../components/States.tsx";
import { useService } from "../../../service.ts";
import { me } from "../../../state.ts";
import { t } from "../words.ts";
import { Here } from "./Here.tsx";
import { linesOf, placedOf } from "./placed.ts";
import "./map.css"; // not with the map itself: where that is fetched in vain the first time, its styles would not come again

type Loaded = typeof import("./TheMap.tsx");

/** Who pressed for it, none for nobody. It stays while they look at what they found there; nobody else presses for them. */
const askedBy = signal<string | null>(null);

interface OnMapProps {
  around: Point & { km: number };
  lines: readonly Line[];
  sources: readonly Source[];
}

/** What was found, on a map, for who asks for it, where the service has a source of its pictures. The list says all of it too. */
export function OnMap({ around, lines, sources }: OnMapProps) {
  const source = useService()?.map;
  const who = me.value?.person ?? "somebody";
  const shown = askedBy.value === who;
  const part = useRef<HTMLDivElement>(null);
  const loaded = useSignal<Loaded | "failed" | null>(null);
  const missing = useSignal(false);
  const chosen = useSignal<string[]>([]);
  const load = async () => {
    loaded.value = null;
    loaded.value = await import("./TheMap.tsx").catch(() => "failed" as const);
  };
  useEffect(() => {
    if (shown) void load();
  }, [shown]);
  const things = placedOf(lines, around);
  if (!source || !things.length) return null;
  const others = lines.length - linesOf(things).length;
  const here = things.filter(({ id }) => chosen.value.includes(id));
  const close = () => {
    const pin = part.current!.querySelector<HTMLElement>(".near-pin[aria-expanded=true]") ?? part.current!.querySelector<HTMLElement>(".near-map-box");
    chosen.value = [];
    pin?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !shown) return;
    if (here.length) return close();
    part.current!.querySelector("button")!.focus();
  };
  const toggle = () => {
    chosen.value = [];
    askedBy.value = shown ? null : who;
  };
  const map = loaded.value;
  return (
    <div class="near-on-map" ref={part} onKeyDown={onKeyDown}>
      <Button kind="quiet" press={toggle}>{t(shown ? "near-map-hide" : "near-map-show")}</Button>
      {!shown ? <p class="soft small">{t("near-map-why", { host: hostOf(source.address) })}</p> : (
        <>
          {map === null ? <Loading /> : map === "failed" ? <Failed words={t("near-map-no-signal")} again={load} /> : (
            <>
              {missing.value && <p role="status">{t("near-map-no-signal")}</p>}
              <map.TheMap
                address={source.address} spot={around} things={things} chosen={chosen.value}
                choose={(ids) => (chosen.value = ids)} missing={(none) => (missing.value = none)}
              />
              <p class="soft small">{t("near-map-by", { attribution: source.attribution })} {t("near-map-circle")}</p>
              {others > 0 && <p class="soft small">{t("near-map-others", { count: others })}</p>}
            </>
          )}
          {here.length > 0 && <Here things={here} sources={sources} close={close} />}
        </>
      )}
    </div>
  );
}

/** Who can see where somebody looks. */
const hostOf = (address: string): string => new URL(address).host;
