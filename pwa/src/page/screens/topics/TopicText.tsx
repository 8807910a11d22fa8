import type { Topic } from "../../../shared/content/topic-types.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { t } from "./words.ts";

/** What a topic says, under headings of the second level, or of the third inside a part of another screen. */
export function TopicText({ topic, inside }: { topic: Topic; inside?: boolean }) {
  const Heading = inside ? "h3" : "h2";
  return (
    <>
      <p class="summary"><strong>{topic.summary}</strong></p>
      {topic.sections.map(({ heading, words }) => (
        <section key={heading}>
          <Heading>{heading}</Heading>
          <Blocks of={words} />
        </section>
      ))}
      {!topic.approved && <p class="soft small">{t("topics-not-approved")}</p>}
    </>
  );
}
