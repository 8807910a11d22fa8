/** Everything the service holds of this person, as text for a file. */
import { textAt } from "../../../shared/api/text.ts";

export type Ending = "json" | "csv";

const ADDRESS: { [ending in Ending]: string } = { json: "/api/me/export", csv: "/api/me/export.csv" };

/** Raises Problem (also for a proof that is wanted) or NoAnswer. */
export async function exported(ending: Ending): Promise<string> {
  const text = await textAt(ADDRESS[ending]);
  return ending === "json" ? JSON.stringify(JSON.parse(text), null, 2) : text;
}
