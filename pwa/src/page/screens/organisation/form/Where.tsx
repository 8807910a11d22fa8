import { Line } from "../../../components/Line.tsx";
import { Area, OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { StepProps } from "./Steps.tsx";

const WAYS = ["in-person", "online", "mixed"] as const;
const LINES = { name: 120, street: 120, town: 120, postcode: 8 } as const;

export function Where({ draft: { attendance, where, texts }, change, wrong }: StepProps) {
  return (
    <>
      <OneOf
        question={t("publish-attendance")} of={WAYS.map((way) => [way, t(`publish-attendance-${way}`)] as const)} value={attendance}
        choose={(attendance) => change({ attendance })}
      />
      {attendance !== "online" && (
        <>
          {(Object.keys(LINES) as (keyof typeof LINES)[]).map((part) => (
            <Line
              key={part} question={t(`publish-where-${part}`)} hint={part === "postcode" ? t("publish-postcode-hint") : undefined} longest={LINES[part]}
              value={where[part]} wrong={wrong(`where.${part}`)} change={(text) => change({ where: { ...where, [part]: text } })}
            />
          ))}
          <Area
            question={t("publish-getting-in")} hint={t("publish-getting-in-hint")} longest={400} value={where.access}
            change={(access) => change({ where: { ...where, access } })}
          />
        </>
      )}
      {attendance !== "in-person" && (
        <Line
          question={t("publish-join-url")} hint={t("publish-join-url-hint")} longest={290} value={texts.join_url} wrong={wrong("join_url")}
          change={(join_url) => change({ texts: { ...texts, join_url } })}
        />
      )}
    </>
  );
}
