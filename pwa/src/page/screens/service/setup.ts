/** The service's settings: one document, of which each screen changes a part. */
import { ask, type Body, type Answer } from "../../../shared/api/client.ts";

export type Setup = Body<"PUT /api/service">;
export type Service = Answer<"GET /api/service">;
export type Helpline = Setup["helplines"][number];

export const fetchService = (): Promise<Service> => ask("GET /api/service");

/** Saves one part over whatever the others are by now, so that two managers do not undo each other. */
export async function saveParts(parts: Partial<Setup>): Promise<Service> {
  const { nhs_login: _, map: __, whole_postcodes: ___, ...now } = await fetchService();
  return ask("PUT /api/service", { ...now, ...parts });
}

/** The name of a field as ids of messages have it: "record_years" is "record-years". */
export const dashed = (name: string): string => name.replaceAll("_", "-");

/** A line as the server takes it: none for nothing. */
export const said = (text: string): string | null => text.trim() || null;

/** How much of a part is still to be written. */
export const missingIn = (facts: { [name: string]: string | null }): number => Object.values(facts).filter((fact) => !fact).length;
