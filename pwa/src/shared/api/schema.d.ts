/** Written by openapi-types.ts from openapi.json. Do not edit. */

export interface Schemas {
  BadDay: { on: string };
  Bodies: { pain: Schemas["Pain"]; exercise: Schemas["Exercise"]; settled: Schemas["Settled"]; plan: Schemas["Plan"]; level: Schemas["LevelChoice"]; "bad-day": Schemas["BadDay"] };
  Code: { code: string; kind: "person" | "service" | "demonstration"; ends_at: string; link: string };
  Exercise: { programme: string; exercise: string; level: number; gentle: boolean; outcome: "done" | "part" | "skipped"; sets: number; pain: number | null; effort: number | null; confident: boolean | null; note?: string | null };
  Join: { code: string; device: string; called?: string | null; device_name?: string };
  Joined: { person: string; called: string | null; joined_at: string | null; last_heard_at: string | null };
  LevelChoice: { programme: string; exercise: string; level: number; choice: "down" | "set" | "stay" | "up"; rule: string | null };
  Look: { code: string };
  Me: { person: string; role: "patient" | "advisor"; called: string | null; device: string; service: string };
  NewCode: { kind: "person" | "service"; person?: string | null; called?: string | null };
  NewVersion: { id: string; kind: string; at: string; zone: string; entry?: string | null; previous?: string | null; picked?: boolean; how?: "carer" | "paper" | "phone" | "self"; gone?: boolean; body?: unknown };
  Opens: { kind: "person" | "service" | "demonstration"; role: "patient" | "advisor"; service: string; called: string | null };
  Pain: { score: number; regions: (string)[]; note?: string | null };
  Pause: { from: string; until: string | null };
  People: { people: (Schemas["Joined"])[] };
  Plan: { programme: string; started_on: string; days: { [name in "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"]?: (string)[] }; paused: Schemas["Pause"] | null };
  Refused: { id: string; code: string; message: string };
  Rename: { called: string };
  Row: { number: number; id: string; kind: string; at: string; zone: string; by: string; device: string; received_at: string; entry?: string | null; previous?: string | null; picked?: boolean; how?: string; gone?: boolean; skew_seconds?: number | null; body?: unknown | null };
  Settled: { on: string; settled: boolean };
  SyncAnswer: { now: string; epoch: string; subjects: (Schemas["SyncPull"])[]; erased: (string)[] };
  SyncPull: { subject: string; grant: number; number: number; head: number; more: boolean; again: boolean; received_at: string; numbers: ([number, number, number])[]; refused: (Schemas["Refused"])[]; rows: (Schemas["Row"])[] };
  SyncPush: { subject: string; grant: number; number: number; entries: (Schemas["NewVersion"])[] };
  SyncRequest: { device_now: string; epoch: string | null; subjects: (Schemas["SyncPush"])[] };
}

export interface Operations {
  "POST /api/codes": { body: Schemas["NewCode"]; answer: Schemas["Code"] };
  "POST /api/join": { body: Schemas["Join"]; answer: Schemas["Me"] };
  "POST /api/join/look": { body: Schemas["Look"]; answer: Schemas["Opens"] };
  "GET /api/me": { body: undefined; answer: Schemas["Me"] };
  "PUT /api/me": { body: Schemas["Rename"]; answer: Schemas["Me"] };
  "GET /api/people": { body: undefined; answer: Schemas["People"] };
  "POST /api/sign-out": { body: undefined; answer: null };
  "POST /api/sync": { body: Schemas["SyncRequest"]; answer: Schemas["SyncAnswer"] };
}
