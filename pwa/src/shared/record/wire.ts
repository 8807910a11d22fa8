/** A version as it goes over the wire (see the sync protocol), and back. */
import type { Bodies, Kind } from "./kinds.ts";
import type { How, Version } from "./versions.ts";

export interface NewVersion {
  id: string;
  entry?: string;
  previous?: string;
  kind: string;
  at: string;
  zone: string;
  picked?: true;
  how?: Exclude<How, "self">;
  gone?: true;
  body?: Bodies[Kind];
}

/** A version the server sends: numbered, and with who wrote it. */
export interface Row extends NewVersion {
  number: number;
  received_at: string;
  by: string;
  device: string;
  skew_seconds?: number;
}

/** What a phone keeps in the opaque blob: the wire's words, and the author when the server told one. */
export type Kept = NewVersion & Partial<Pick<Row, "by" | "device" | "skew_seconds">>;

/** The receipt, kept beside the blob so that it can change without encoding the version again. */
export type Receipt = Pick<Version, "number" | "received_at" | "refused">;

export function keptOf(version: Version): Kept {
  const { id, entry, previous, kind, at, zone } = version;
  return {
    id,
    ...(previous !== null && { entry, previous }),
    kind, at, zone,
    ...(version.picked && { picked: true as const }),
    ...(version.how !== "self" && { how: version.how }),
    ...(version.gone ? { gone: true as const } : { body: version.body! }),
    ...(version.by !== null && { by: version.by }),
    ...(version.device !== null && { device: version.device }),
    ...(version.skew_seconds !== 0 && { skew_seconds: version.skew_seconds }),
  };
}

export function versionOf(kept: Kept, receipt: Receipt): Version {
  return {
    id: kept.id, entry: kept.entry ?? kept.id, previous: kept.previous ?? null,
    kind: kept.kind as Kind, at: kept.at, zone: kept.zone,
    picked: kept.picked ?? false, how: kept.how ?? "self", gone: kept.gone ?? false, body: kept.body ?? null,
    by: kept.by ?? null, device: kept.device ?? null, skew_seconds: kept.skew_seconds ?? 0,
    number: receipt.number, received_at: receipt.received_at, refused: receipt.refused,
  };
}

/** What goes up: the kept version without what only the server may say. */
export function newVersionOf({ by: _by, device: _device, skew_seconds: _skew, ...version }: Kept): NewVersion {
  return version;
}
