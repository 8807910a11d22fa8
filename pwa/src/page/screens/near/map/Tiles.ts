/** The pictures that a map is made of, each asked of the one source that the operator named. */
import { GridLayer } from "leaflet/src/layer/tile/GridLayer.js";

interface Square {
  x: number;
  y: number;
  z: number;
}

export class Tiles extends GridLayer {
  readonly #address: string;

  /** `missing` is told whether there is no picture to be had, whenever that may have changed. */
  constructor(address: string, options: { [option: string]: boolean | number }, missing: (none: boolean) => void) {
    super(options);
    this.#address = address;
    let came = false;
    this.on("loading", () => { came = false; });
    this.on("tileload", () => missing(!(came = true)));
    this.on("tileerror", () => came || missing(true));
    // One that is out of sight is not waited for. An empty picture in its place, as is usual, would be against our policy.
    this.on("tileunload", ({ tile }) => {
      tile.onload = tile.onerror = null;
      tile.removeAttribute("src");
    });
  }

  createTile({ x, y, z }: Square, done: (fault: unknown, tile: HTMLElement) => void): HTMLElement {
    const tile = document.createElement("img");
    tile.alt = "";
    tile.referrerPolicy = "no-referrer";
    tile.onload = () => done(null, tile);
    tile.onerror = (fault) => done(fault, tile);
    tile.src = this.#address.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
    return tile;
  }
}
