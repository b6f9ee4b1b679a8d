import { createHash, type KeyObject } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { attribute, keyType, mechanism, objectClass } from './cryptoki.js';
import { der, positive, sequence, tags } from './der.js';
import { KeyKeptInside, KeyStore } from './key-store.js';
import { type SigningKey } from './signing-key.js';
import { givenKey, newKey, publicAttributes, publicKeyOf, template } from './token-objects.js';
import { type Token, type TokenSession } from './token.js';

type Half = keyof typeof objectClass;

/** Room for the signature of an RSA key of 8,192 bits. */
const mostSignatureBytes = 1024;

/**
 * Private keys inside a PKCS#11 token, which they never leave: labelled with the id of their certificate. Keys that an
 * installation made as files before it had a token go on being used from there until they are renewed.
 */
export class TokenKeyStore extends KeyStore {
  private readonly logger = new Logger('Signing');

  constructor(
    private readonly token: Token,
    private readonly files: KeyStore,
  ) {
    super();
  }

  async make(id: string): Promise<SigningKey> {
    const { publicKey, privateKey } = newKey(id);
    const pair = { mechanism: mechanism.ecKeyPair };
    await this.use(({ cryptoki, handle }) => cryptoki.C_GenerateKeyPairAsync(handle, pair, publicKey, privateKey));
    return this.open(id);
  }

  async put(id: string, key: KeyObject): Promise<void> {
    const { publicKey, privateKey } = givenKey(id, key);
    await this.use(({ cryptoki, handle }) => {
      cryptoki.C_CreateObject(handle, privateKey);
      cryptoki.C_CreateObject(handle, publicKey);
    });
  }

  async open(id: string): Promise<SigningKey> {
    const publicKey = await this.use((session) => readPublicKey(session, id));
    if (publicKey) return { publicKey, sign: (bytes) => this.sign(id, publicKey, bytes) };
    if (await this.files.has(id)) return this.files.open(id);
    throw this.unavailable(`the key ${id} is not in the token`);
  }

  async reveal(id: string): Promise<KeyObject> {
    if (await this.use((session) => find(session, id, 'privateKey'))) throw new KeyKeptInside();
    return this.files.reveal(id);
  }

  async has(id: string): Promise<boolean> {
    return !!(await this.use((session) => find(session, id, 'privateKey'))) || this.files.has(id);
  }

  async discard(id: string): Promise<void> {
    await this.use((session) => {
      for (const half of ['privateKey', 'publicKey'] as const) {
        const object = find(session, id, half);
        if (object) session.cryptoki.C_DestroyObject(session.handle, object);
        session.known.delete(half + id);
      }
    });
    await this.files.discard(id);
  }

  private sign(id: string, publicKey: KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
    const rsa = publicKey.asymmetricKeyType === 'rsa';
    const input = rsa ? Buffer.from(bytes) : createHash('sha256').update(bytes).digest();
    return this.use(async (session) => {
      const key = find(session, id, 'privateKey');
      if (!key) throw new Error(`the key ${id} is not in the token`);
      session.cryptoki.C_SignInit(session.handle, { mechanism: rsa ? mechanism.rsaSha256 : mechanism.ecdsa }, key);
      const value = await session.cryptoki.C_SignAsync(session.handle, input, Buffer.alloc(mostSignatureBytes));
      return rsa ? value : pointAsDer(value);
    });
  }

  private use<T>(work: (session: TokenSession) => T | Promise<T>): Promise<T> {
    return this.token.use(work).catch((error: Error) => {
      throw this.unavailable(error.message);
    });
  }

  private unavailable(reason: string): DomainError {
    this.logger.error(
      `No document can be signed: ${reason}. Check PKCS11_MODULE, PKCS11_TOKEN and PKCS11_PIN, and the token itself. ` +
        'Documents already issued can still be read and verified.',
    );
    return new DomainError('signing_unavailable');
  }
}

function find({ cryptoki, handle, known }: TokenSession, id: string, half: Half): Buffer | undefined {
  const earlier = known.get(half + id);
  if (earlier) return earlier;
  cryptoki.C_FindObjectsInit(handle, template({ class: objectClass[half], token: true, label: id }));
  try {
    const [object] = cryptoki.C_FindObjects(handle, 1);
    if (object) known.set(half + id, object);
    return object;
  } finally {
    cryptoki.C_FindObjectsFinal(handle);
  }
}

function readPublicKey(session: TokenSession, id: string): KeyObject | undefined {
  const object = find(session, id, 'publicKey');
  if (!object || !find(session, id, 'privateKey')) return undefined;
  const read = (types: number[]): Buffer[] =>
    session.cryptoki
      .C_GetAttributeValue(
        session.handle,
        object,
        types.map((type) => ({ type })),
      )
      .map(({ value }) => value);
  const type = read([attribute.keyType])[0]!.readUInt8(0) === keyType.rsa ? keyType.rsa : keyType.ec;
  return publicKeyOf(type, read(publicAttributes[type]!));
}

/** A token answers r and s behind one another; signatures carry them as DER. */
function pointAsDer(value: Buffer): Buffer {
  const half = value.length / 2;
  const [r, s] = [value.subarray(0, half), value.subarray(half)];
  return sequence(der(tags.integer, positive(r)), der(tags.integer, positive(s)));
}
