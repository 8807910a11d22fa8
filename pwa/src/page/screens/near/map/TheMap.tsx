import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../components/Button.tsx";
import { t } from "../words.ts";
import { ABOUT_KM, draw, type Drawn, wipe } from "./drawing.tsx";
import { fit, type Leaflet, move, openMap } from "./opening.ts";

export interface MapProps extends Drawn {
  /** of its pictures, with {z}, {x} and {y} */
  address: string;
  /** whether the pictures cannot be had */
  missing: (none: boolean) => void;
}

const WAYS = [["left", "←", [-1, 0]], ["up", "↑", [0, -1]], ["down", "↓", [0, 1]], ["right", "→", [1, 0]]] as const;

/** Where somebody had moved the map to, for when they come back to the same things. */
let left: { key: string; centre: ReturnType<Leaflet["getCenter"]>; zoom: number } | null = null;

/** The map itself. It is fetched, and it asks for pictures, only once somebody wanted it. */
export function TheMap(props: MapProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<Leaflet | null>(null);
  const key = [props.spot.lat, props.spot.lon, ...props.things.map(({ id }) => id)].join();
  const now = useRef({ ...props, key });
  now.current = { ...props, key };
  useEffect(() => {
    const opened = openMap(box.current!, props.address, (none) => now.current.missing(none));
    const shown = (map.current = opened.map);
    shown.on("zoom viewreset moveend", () => draw(shown, box.current!, now.current));
    shown.on("moveend", () => { left = { key: now.current.key, centre: shown.getCenter(), zoom: shown.getZoom() }; });
    const again = () => opened.tiles.redraw();
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      wipe(shown);
      shown.remove();
    };
  }, []);
  useEffect(() => {
    if (left?.key === key) map.current!.setView(left.centre, left.zoom, { animate: false });
    else fit(map.current!, [props.spot, ...props.things], ABOUT_KM);
  }, [key]);
  useEffect(() => draw(map.current!, box.current!, now.current));
  return (
    <div class="near-map">
      <div class="near-map-zoom">
        <Button kind="quiet" label={t("near-map-in")} press={() => map.current!.zoomIn()}><span aria-hidden="true">+</span></Button>
        <Button kind="quiet" label={t("near-map-out")} press={() => map.current!.zoomOut()}><span aria-hidden="true">−</span></Button>
      </div>
      <div ref={box} class="near-map-box" role="group" tabIndex={0} aria-label={t("near-map-words")} />
      <div class="near-map-ways">
        {WAYS.map(([way, arrow, by]) => (
          <Button key={way} kind="quiet" label={t("near-map-move", { way })} press={() => move(map.current!, by)}><span aria-hidden="true">{arrow}</span></Button>
        ))}
      </div>
    </div>
  );
}
