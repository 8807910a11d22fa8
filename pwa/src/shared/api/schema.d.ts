/** Written by openapi-types.ts from openapi.json. Do not edit. */

export interface Schemas {
  Look: { kind: "person" | "service" | "demonstration"; role: "patient" | "advisor"; service: string; called: string | null };
  Me: { person: string; role: "patient" | "advisor"; called: string; device: string; service: string; epoch: string };
}

export interface Operations {
  "POST /api/join/look": { body: { code: string }; answer: Schemas["Look"] };
  "POST /api/join": { body: { code: string; called?: string | null; device_name?: string | null }; answer: Schemas["Me"] };
  "GET /api/me": { body: undefined; answer: Schemas["Me"] };
  "PUT /api/me": { body: { called: string }; answer: Schemas["Me"] };
  "POST /api/sign-out": { body: undefined; answer: undefined };
  "GET /api/people": {
    body: undefined;
    answer: { people: { person: string; called: string; joined_at: string; last_heard_at: string | null }[] };
  };
  "POST /api/codes": {
    body: { kind: "person" | "service"; person?: string | null };
    answer: { code: string; kind: "person" | "service"; expires_at: string; link: string };
  };
}
