import { t } from "../messages.ts";
import { shapeOf } from "./body-shapes.ts";
import { Choice } from "./Choice.tsx";

export interface Region {
  slug: string;
  name: string;
  side: "front" | "back" | "both";
  group: string;
}

interface BodyMapProps {
  regions: Region[];
  chosen: string[];
  choose: (chosen: string[]) => void;
}

/** Where it hurts: a picture for thumbs and an equal list for keyboards, screen readers and everybody else. */
export function BodyMap({ regions, chosen, choose }: BodyMapProps) {
  const toggle = (slug: string) =>
    choose(chosen.includes(slug) ? chosen.filter((other) => other !== slug) : [...chosen, slug]);
  const groups = [...new Set(regions.map((region) => region.group))];
  return (
    <>
      <div class="body-map" aria-hidden="true">
        <View view="front" words={t("body-front")} {...{ regions, chosen, toggle }} />
        <View view="back" words={t("body-back")} {...{ regions, chosen, toggle }} />
      </div>
      {groups.map((group) => (
        <fieldset class="region-group" key={group}>
          <legend class="small">{group}</legend>
          <div class="choices pairs-of-places">
            {regions.filter((region) => region.group === group).map(({ slug, name }) => (
              <Choice key={slug} kind="checkbox" name="region" value={slug} chosen={chosen.includes(slug)} choose={() => toggle(slug)}>
                {name}
              </Choice>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

interface ViewProps {
  view: "front" | "back";
  words: string;
  regions: Region[];
  chosen: string[];
  toggle: (slug: string) => void;
}

function View({ view, words, regions, chosen, toggle }: ViewProps) {
  const shown = regions.filter((region) => region.side === view || region.side === "both");
  return (
    <figure>
      <svg viewBox="0 0 140 300">
        <Figure />
        {shown.map(({ slug, name }) => {
          const shape = shapeOf(slug, view);
          if (!shape) return null;
          const here = chosen.includes(slug);
          return (
            <g key={slug} onClick={() => toggle(slug)}>
              <title>{name}</title>
              <ellipse class={here ? "region here" : "region"} cx={shape.x} cy={shape.y} rx={shape.wide} ry={shape.high} />
              {here && <path class="region-tick" d={`M${shape.x - 6} ${shape.y}l4 5l8 -10`} />}
            </g>
          );
        })}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

/** The quiet shape behind the regions. */
function Figure() {
  return (
    <g class="figure">
      <ellipse cx="70" cy="25" rx="20" ry="23" />
      <path d="M61 42h18v14h-18z" />
      <path d="M46 58h48c8 0 9 6 7 16l-7 44c-1 8 3 22 3 46h-54c0-24 4-38 3-46l-7-44c-2-10-1-16 7-16z" />
      <path class="limb" d="M38 70L24 120L13 178M102 70L116 120L127 178" />
      <path class="limb leg" d="M55 165L52 280M85 165L88 280" />
      <path class="limb" d="M51 286h-8M89 286h8" />
    </g>
  );
}
