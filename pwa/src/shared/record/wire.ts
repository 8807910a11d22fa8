/** A version as it goes over the wire (see the sync protocol), and back. Both shapes are the server's own. */
import type { Schemas } from "../api/schema.d.ts";
import type { Bodies, Kind } from "./kinds.ts";
import type { How, Version } from "./versions.ts";

export type NewVersion = Schemas["NewVersion"];
/** A version the server sends: numbered, and with who wrote it. */
export type Row = Schemas["Row"];

/** What only the server can say of a version. */
type Author = Pick<Row, "by" | "device" | "skew_seconds">;
/** What a phone keeps in the opaque blob: the wire's words, and the author when the server told one. */
export type Kept = Omit<Row, "number" | "received_at" | keyof Author> & Partial<Author>;

/** The receipt, kept beside the blob so that it can change without encoding the version again. */
export type Receipt = Pick<Version, "number" | "received_at" | "refused">;

export function keptOf(version: Version): Kept {
  const { id, entry, previous, kind, at, zone } = version;
  return {
    id,
    ...(previous !== null && { entry, previous }),
    kind, at, zone,
    ...(version.picked && { picked: true }),
    ...(version.how !== "self" && { how: version.how }),
    ...(version.gone ? { gone: true } : { body: version.body! }),
    ...(version.by !== null && { by: version.by }),
    ...(version.device !== null && { device: version.device }),
    ...(version.skew_seconds !== 0 && { skew_seconds: version.skew_seconds }),
  };
}

export function versionOf(kept: Kept, receipt: Receipt): Version {
  return {
    id: kept.id, entry: kept.entry ?? kept.id, previous: kept.previous ?? null,
    kind: kept.kind as Kind, at: kept.at, zone: kept.zone,
    picked: kept.picked ?? false, how: (kept.how ?? "self") as How, gone: kept.gone ?? false, body: (kept.body ?? null) as Bodies[Kind] | null,
    by: kept.by ?? null, device: kept.device ?? null, skew_seconds: kept.skew_seconds ?? 0,
    number: receipt.number, received_at: receipt.received_at, refused: receipt.refused,
  };
}

/** What goes up: the kept version without what only the server may say. */
export function newVersionOf({ by: _by, device: _device, skew_seconds: _skew, how, ...version }: Kept): NewVersion {
  return { ...version, ...(how !== undefined && { how: how as How }) };
}
