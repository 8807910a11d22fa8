/**
 * Bytes that only the right key opens, AES-256-GCM: one byte of format, a random nonce of 96 bits, then the box. `about`
 * says what they belong to and is bound to them, so that one entry cannot be put in the place of another.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

const FORMAT = 1;
const NONCE = 12;
const START = 1 + NONCE;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export async function seal(key: CryptoKey, about: string, plain: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: encoder.encode(about) }, key, plain);
  const sealed = new Uint8Array(START + box.byteLength);
  sealed[0] = FORMAT;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(box), START);
  return sealed;
}

/** Raises when these bytes were not sealed under this key for this. */
export async function unseal(key: CryptoKey, about: string, sealed: Bytes): Promise<Bytes> {
  if (sealed[0] !== FORMAT) throw new SyntaxError("not sealed in a way this app knows");
  const how = { name: "AES-GCM", iv: sealed.subarray(1, START), additionalData: encoder.encode(about) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.subarray(START)));
}

export const sealValue = (key: CryptoKey, about: string, value: unknown): Promise<Bytes> =>
  seal(key, about, encoder.encode(JSON.stringify(value)));

export const unsealValue = async <T>(key: CryptoKey, about: string, sealed: Bytes): Promise<T> =>
  JSON.parse(decoder.decode(await unseal(key, about, sealed))) as T;

/** What a named value of the store is sealed for. */
export const aboutNamed = (name: string): string => `named ${name}`;
export const aboutRow = (subject: string, id: string): string => `${subject} ${id}`;
