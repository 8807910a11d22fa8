/** A passkey as the lock of this phone: what it works out from the lock's salt opens it, without any connection. */
import { ask } from "../../../shared/api/client.ts";
import type { Lock, Secret } from "../../../shared/store/lock.ts";
import { bytesOf, hasPasskeys, type Json, type Made, makePasskey, PasskeyTrouble, textOf, usePasskey } from "../../passkey.ts";
import { serviceName } from "../../state.ts";
import { t } from "./words.ts";

type ByPasskey = Extract<Secret, { kind: "passkey" }>;

const TIMEOUT_MS = 120_000;
/** ES256, EdDSA and RS256, as every phone has one of them. */
const KINDS = [-7, -8, -257].map((alg) => ({ type: "public-key", alg }));

/** Whether this phone has a screen lock of its own that makes passkeys. Some of them cannot guard a diary: trying tells. */
export async function canAsk(): Promise<boolean> {
  return hasPasskeys() && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/**
 * A new passkey for the lock; with a connection it is one to sign in with too. Raises PasskeyTrouble ("none" when this
 * phone's passkeys cannot guard a diary).
 */
export async function newPasskeyLock(): Promise<ByPasskey> {
  const salt = random(32);
  const server = await ask("POST /api/passkeys/options").then(({ options }) => options as Json, () => null);
  const made = await makePasskey({ ...(server ?? ownOptions()), ...withPrf(salt) });
  const credential = bytesOf(made.credential.id as string);
  if (!made.extensions.prf?.enabled && !answerIn(made)) throw new PasskeyTrouble("none");
  const bytes = answerIn(made) ?? (await askPasskey({ credential, salt })).bytes;
  if (server) await ask("POST /api/passkeys", { credential: made.credential, name: t("lock-passkey-name") }).catch(() => undefined);
  return { kind: "passkey", credential, salt, bytes };
}

/** What the passkey of a lock says to its salt. Raises PasskeyTrouble. */
export async function askPasskey({ credential, salt }: Pick<Lock, "credential" | "salt">): Promise<ByPasskey> {
  const used = await usePasskey({
    challenge: textOf(random(32).buffer), rpId: location.hostname, timeout: TIMEOUT_MS, userVerification: "required",
    allowCredentials: [{ type: "public-key", id: textOf(credential!.slice().buffer) }], ...withPrf(salt),
  });
  const bytes = answerIn(used);
  if (!bytes) throw new PasskeyTrouble("none");
  return { kind: "passkey", credential: credential!, salt, bytes };
}

function answerIn({ extensions }: Made): Uint8Array<ArrayBuffer> | null {
  const first = extensions.prf?.results?.first;
  return first ? new Uint8Array(first as ArrayBuffer).slice() : null;
}

const withPrf = (salt: Uint8Array<ArrayBuffer>) => ({ extensions: { prf: { eval: { first: textOf(salt.slice().buffer) } } } });

/** Without a connection: a passkey that only this lock knows of. */
function ownOptions(): Json {
  const name = t("lock-passkey-name");
  return {
    challenge: textOf(random(32).buffer), timeout: TIMEOUT_MS, attestation: "none", pubKeyCredParams: KINDS,
    rp: { id: location.hostname, name: serviceName.value }, user: { id: textOf(random(32).buffer), name, displayName: name },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  };
}

const random = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));
