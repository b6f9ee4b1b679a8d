/** A session, slot or object of a token. */
export type Handle = Buffer;
export type Attribute = { type: number; value: number | boolean | string | Buffer };
type Read = { type: number; value: Buffer };
type Mechanism = { mechanism: number };

/** What of PKCS#11 is used here, as pkcs11js offers it. Declared here, since that package may not be installed. */
export interface Cryptoki {
  load(path: string): void;
  C_Initialize(): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { label: string };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_Login(session: Handle, user: number, pin: string): void;
  C_FindObjectsInit(session: Handle, template: Attribute[]): void;
  C_FindObjects(session: Handle, most: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(session: Handle, object: Handle, types: { type: number }[]): Read[];
  C_CreateObject(session: Handle, template: Attribute[]): Handle;
  C_DestroyObject(session: Handle, object: Handle): void;
  C_GenerateKeyPairAsync(
    session: Handle,
    mechanism: Mechanism,
    publicKey: Attribute[],
    privateKey: Attribute[],
  ): Promise<{ privateKey: Handle; publicKey: Handle }>;
  C_SignInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_SignAsync(session: Handle, bytes: Buffer, room: Buffer): Promise<Buffer>;
}

/** Values of the standard (OASIS PKCS #11 2.40). */
export const flags = { readWriteSession: 0x02 | 0x04 };
export const userType = { user: 1 };
export const objectClass = { publicKey: 2, privateKey: 3 };
export const keyType = { rsa: 0, ec: 3 };
export const mechanism = { rsaSha256: 0x40, ecKeyPair: 0x1040, ecdsa: 0x1041 };
export const attribute = {
  class: 0x00,
  token: 0x01,
  private: 0x02,
  label: 0x03,
  value: 0x11,
  keyType: 0x100,
  id: 0x102,
  sensitive: 0x103,
  sign: 0x108,
  verify: 0x10a,
  modulus: 0x120,
  publicExponent: 0x122,
  privateExponent: 0x123,
  prime1: 0x124,
  prime2: 0x125,
  exponent1: 0x126,
  exponent2: 0x127,
  coefficient: 0x128,
  extractable: 0x162,
  ecParameters: 0x180,
  ecPoint: 0x181,
};
const errors = { pinIncorrect: 0xa0, pinLocked: 0xa4, alreadyLoggedIn: 0x100, alreadyInitialized: 0x191 };

/**
 * Errors after which a new start may help: the token was pulled, the session was closed, the library was restarted.
 * GENERAL_ERROR, DEVICE_ERROR, DEVICE_REMOVED, KEY_HANDLE_INVALID, OBJECT_HANDLE_INVALID, SESSION_CLOSED,
 * SESSION_HANDLE_INVALID, TOKEN_NOT_PRESENT, TOKEN_NOT_RECOGNIZED, USER_NOT_LOGGED_IN, CRYPTOKI_NOT_INITIALIZED.
 */
const passing = new Set([0x05, 0x30, 0x32, 0x60, 0x82, 0xb0, 0xb3, 0xe0, 0xe1, 0x101, 0x190]);

const codeOf = (error: unknown): number => (error as { code?: unknown }).code as number;

export const isPassing = (error: unknown): boolean => passing.has(codeOf(error));
export const isError = (error: unknown, name: keyof typeof errors): boolean => codeOf(error) === errors[name];

/** Loads the library that speaks to the token. Throws with a reason that an operator understands. */
export async function loadCryptoki(module: string): Promise<Cryptoki> {
  const name = 'pkcs11js'; // not a literal below: where it is not installed, everything else must build and run
  const loaded = (await import(name).catch(() => undefined)) as { default: { PKCS11: new () => Cryptoki } } | undefined;
  if (!loaded) throw new Error('the package pkcs11js is not installed: npm install compiles it, with a C++ compiler');
  const cryptoki = new loaded.default.PKCS11();
  try {
    cryptoki.load(module);
  } catch (error) {
    throw new Error(`the library PKCS11_MODULE=${module} cannot be loaded (${(error as Error).message})`);
  }
  return cryptoki;
}
