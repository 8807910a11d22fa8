/**
 * The parts of Leaflet that the map is made of, by the modules that have them: its own controls, popups and pictures are
 * left out, as they write HTML, which the page's policy forbids. See https://leafletjs.com/reference.html
 */
declare module "leaflet/src/map/Map.js" {
  type Pixels = { x: number; y: number };
  type Degrees = { lat: number; lng: number };
  type Corners = [south_west: [lat: number, lng: number], north_east: [lat: number, lng: number]];
  export class Map {
    constructor(box: HTMLElement, options: { [option: string]: boolean | number });
    readonly dragging: { moved(): boolean };
    setView(centre: Degrees, zoom: number, how: { animate: boolean }): this;
    fitBounds(corners: Corners, how: { animate: boolean; maxZoom: number; padding: [number, number] }): this;
    zoomIn(): this;
    zoomOut(): this;
    panBy(pixels: [number, number], how?: { animate: boolean }): this;
    getZoom(): number;
    getCenter(): Degrees;
    getSize(): Pixels;
    getPane(name: string): HTMLElement;
    latLngToLayerPoint(at: Degrees): Pixels;
    latLngToContainerPoint(at: Degrees): Pixels;
    on(events: string, then: () => void): this;
    remove(): void;
  }
}

declare module "leaflet/src/layer/tile/GridLayer.js" {
  import type { Map } from "leaflet/src/map/Map.js";
  export class GridLayer {
    constructor(options: { [option: string]: boolean | number });
    addTo(map: Map): this;
    redraw(): this;
    on(events: string, then: (event: { tile: HTMLImageElement }) => void): this;
  }
}

declare module "leaflet/src/map/handler/*";
