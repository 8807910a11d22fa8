import { useComputed, useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { FigureFacts } from "../../shared/content/figure-types.ts";
import { Button } from "../components/Button.tsx";
import { type Drawing, drawingOf, shapesAt } from "./drawing.ts";
import type { Shape } from "./scene.ts";
import { prefersStill, useMovement } from "./useMovement.ts";
import { t } from "./words.ts";
import "./figure.css";

interface FigureProps {
  facts: FigureFacts;
  /** What the picture shows, for those who do not see it. */
  words: string;
  /** How long a whole round takes. */
  seconds: number;
  /** Only the positions, with nothing that moves. */
  still?: boolean;
}

/** The figure of an exercise: it moves gently until somebody stops it; stopped and on paper its positions stand side by side. */
export function Figure({ facts, words, seconds, still = false }: FigureProps) {
  const drawing = useMemo(() => drawingOf(facts), [facts]);
  const moving = useSignal(!still && !prefersStill());
  const frame = useRef<HTMLDivElement>(null);
  const share = useMovement(frame, moving, seconds);
  const shapes = useComputed(() => shapesAt(drawing, share.value, seconds));
  return (
    <figure class={moving.value ? "exercise-figure moving" : "exercise-figure"}>
      <div role="img" aria-label={words} ref={frame}>
        {moving.value && <Picture drawing={drawing} shapes={shapes.value} />}
        <Stills drawing={drawing} />
      </div>
      {!still && (
        <Button kind="quiet" press={() => (moving.value = !moving.value)}>
          {t(moving.value ? "figure-stop" : "figure-move")}
        </Button>
      )}
    </figure>
  );
}

/** The positions side by side, the first with an arrow along the way. */
function Stills({ drawing }: { drawing: Drawing }) {
  const last = drawing.stills - 1;
  const shown = last > 2 ? [0, Math.ceil(last / 2), last] : Array.from({ length: last + 1 }, (_, pose) => pose);
  return (
    <div class="figure-stills">
      {shown.map((pose) => (
        <div key={pose}>
          <Picture drawing={drawing} shapes={drawing.between(pose, pose, 0)} arrow={pose === 0 ? drawing.arrow : ""} />
          <p class="figure-caption">{t(pose === 0 ? "figure-start" : "figure-then")}</p>
        </div>
      ))}
    </div>
  );
}

function Picture({ drawing, shapes, arrow = "" }: { drawing: Drawing; shapes: Shape[]; arrow?: string }) {
  return (
    <svg class="figure-picture" viewBox={drawing.box.map((value) => value.toFixed(1)).join(" ")} aria-hidden="true" focusable="false">
      {shapes.map(({ key, tone, d }) => <path key={key} class={tone} d={d} />)}
      {arrow && <path class="arrow-rim" d={arrow} />}
      {arrow && <path class="arrow" d={arrow} />}
    </svg>
  );
}
