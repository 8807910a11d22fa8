import { phoneClock } from "../../shared/dates.ts";
import { wishesOf } from "../../shared/reminders/wishes.ts";
import { Quietly } from "../components/Quietly.tsx";
import { entries } from "../state.ts";

/** Seldom needed, and then with all the words of reminders. */
const elsewhere = () => import("../screens/reminders/Elsewhere.tsx");

/** At the top of Today, whether this is another zone than the one by which somebody is reminded. */
export default function OtherClock() {
  const wishes = wishesOf(entries.value)?.body;
  return wishes && wishes.zone !== phoneClock.zone() ? <Quietly load={elsewhere} /> : null;
}
