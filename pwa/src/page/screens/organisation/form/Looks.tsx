import { Fold } from "../../../components/Fold.tsx";
import { Dates } from "../../near/Dates.tsx";
import { Access, Contact, Cost, Place, Who } from "../../near/Facts.tsx";
import { ListingWords } from "../../near/ListingRow.tsx";
import type { Board } from "../board.ts";
import { t } from "../words.ts";
import type { NewListing } from "./draft.ts";
import { HERE, previewOf } from "./preview.ts";

interface LooksProps {
  id: string;
  said: NewListing;
  who: Pick<Board, "organisation" | "name" | "profile"> & { activities?: Board["activities"] };
}

/** The very card and page that people see of it. */
export function Looks({ id, said, who }: LooksProps) {
  const now = new Date();
  const activity = who.activities?.find((each) => each.id === said.activity)?.label ?? null;
  const card = previewOf(id, said, who, activity, now);
  return (
    <section class="publish-looks">
      <h3>{t("publish-looks")}</h3>
      <div class="row"><ListingWords card={card} source={HERE} /></div>
      <Fold words={t("publish-looks-whole")}>
        {card.summary && <p class="near-summary">{card.summary}</p>}
        <Dates card={card} now={now} />
        <Place card={card} />
        <Cost card={card} />
        <Access card={card} />
        <Who card={card} />
        <Contact card={card} />
      </Fold>
    </section>
  );
}
