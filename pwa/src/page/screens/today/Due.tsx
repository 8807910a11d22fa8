import { CheckInDue } from "../checkin/DueRow.tsx";
import { GoalsDue } from "../goals/GoalsDue.tsx";
import { SuggestedCards } from "../suggested/Cards.tsx";
import { NearTile } from "../near/Tile.tsx";

/** What there is to do or to look at again today, in quiet rows that can be passed over. It comes once Today is drawn. */
export default function Due() {
  return (
    <>
      <SuggestedCards />
      <CheckInDue />
      <GoalsDue />
      <NearTile />
    </>
  );
}
