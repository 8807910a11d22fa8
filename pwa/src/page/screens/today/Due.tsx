import { CheckInDue } from "../checkin/DueRow.tsx";
import { GoalsDue } from "../goals/GoalsDue.tsx";
import { SuggestedCards } from "../suggested/Cards.tsx";
import { NearTile } from "../near/Tile.tsx";
import { Quietly } from "../../components/Quietly.tsx";
import { wishesOf } from "../../../shared/reminders/wishes.ts";
import { phoneClock } from "../../../shared/dates.ts";
import { entries } from "../../state.ts";

/** Where it is another time than where reminders were set, which is seldom. */
const elsewhere = () => import("../reminders/Elsewhere.tsx");

/** What there is to do or to look at again today, in quiet rows that can be passed over. It comes once Today is drawn. */
export default function Due() {
  const wishes = wishesOf(entries.value)?.body;
  return (
    <>
      {wishes && wishes.zone !== phoneClock.zone() && <Quietly load={elsewhere} />}
      <SuggestedCards />
      <CheckInDue />
      <GoalsDue />
      <NearTile />
    </>
  );
}
