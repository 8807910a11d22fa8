/**
 * Passkeys: what the browser makes and answers with, as the JSON that the server speaks (WebAuthn level 3, section 5.1.8).
 * Written out by hand, since half of the phones in use lack `toJSON`; and so that nothing secret is ever sent: what a
 * passkey says to the `prf` extension stays on this device.
 */

/** `why`: this browser has none, the person closed the window or it ended, this passkey is there already, or it failed. */
export class PasskeyTrouble extends Error {
  override name = "PasskeyTrouble";
  readonly why: "none" | "cancelled" | "already" | "failed";

  constructor(why: PasskeyTrouble["why"], cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** What the server sends (`options`) and takes (`credential`): any JSON object, read by the browser and by the server only. */
export type Json = { [name: string]: unknown };

export const hasPasskeys = (): boolean => "PublicKeyCredential" in window && Boolean(navigator.credentials);

export interface Made {
  credential: Json;
  /** what the passkey said to extensions, of which the server is told nothing that is secret */
  extensions: AuthenticationExtensionsClientOutputs;
}

/** A new passkey on this device or in the person's password manager. Raises PasskeyTrouble. */
export async function makePasskey(options: Json): Promise<Made> {
  const publicKey = { ...options, ...common(options) } as unknown as PublicKeyCredentialCreationOptions;
  publicKey.user = { ...publicKey.user, id: bytesOf((options.user as Json).id as string) };
  publicKey.excludeCredentials = known(options.excludeCredentials);
  const made = await asked(() => navigator.credentials.create({ publicKey }));
  const answer = made.response as AuthenticatorAttestationResponse;
  return handed(made, {
    attestationObject: textOf(answer.attestationObject),
    transports: answer.getTransports?.() ?? [],
  });
}

/** Proves with a passkey that this is the person. Raises PasskeyTrouble. */
export async function usePasskey(options: Json): Promise<Made> {
  const publicKey = { ...options, ...common(options) } as unknown as PublicKeyCredentialRequestOptions;
  publicKey.allowCredentials = known(options.allowCredentials);
  const used = await asked(() => navigator.credentials.get({ publicKey }));
  const answer = used.response as AuthenticatorAssertionResponse;
  return handed(used, {
    authenticatorData: textOf(answer.authenticatorData),
    signature: textOf(answer.signature),
    userHandle: answer.userHandle && textOf(answer.userHandle),
  });
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!hasPasskeys()) throw new PasskeyTrouble("none");
  let given: Credential | null;
  try {
    given = await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const why = name === "NotAllowedError" || name === "AbortError" ? "cancelled" : name === "InvalidStateError" ? "already" : "failed";
    throw new PasskeyTrouble(why, error);
  }
  if (!given) throw new PasskeyTrouble("cancelled");
  return given as PublicKeyCredential;
}

function handed(given: PublicKeyCredential, response: Json): Made {
  const extensions = given.getClientExtensionResults();
  const credential: Json = {
    id: given.id, rawId: textOf(given.rawId), type: given.type,
    ...(given.authenticatorAttachment && { authenticatorAttachment: given.authenticatorAttachment }),
    clientExtensionResults: {},
    response: { clientDataJSON: textOf(given.response.clientDataJSON), ...response },
  };
  return { credential, extensions };
}

function common(options: Json): Json {
  return { challenge: bytesOf(options.challenge as string), ...(options.extensions ? { extensions: extensionsOf(options.extensions as Json) } : {}) };
}

/** The inputs of `prf` are bytes too. */
function extensionsOf({ prf, ...others }: Json): Json {
  const inputs = (prf as { eval?: { [name: string]: string } } | undefined)?.eval;
  if (!inputs) return { ...others, ...(prf ? { prf } : {}) };
  return { ...others, prf: { eval: Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, bytesOf(text)])) } };
}

function known(list: unknown): PublicKeyCredentialDescriptor[] {
  return ((list ?? []) as Json[]).map((each) => ({ ...each, id: bytesOf(each.id as string) }) as unknown as PublicKeyCredentialDescriptor);
}

/** base64url without padding, as the server writes bytes. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
