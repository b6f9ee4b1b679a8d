import { X509Certificate } from 'node:crypto';
import { chainOf, signingWorld, type SigningWorld } from '../../test/support/cryptography.js';
import { makeCrl } from './crl.js';
import { checkRevocation, readLists } from './revocation-check.js';
import { type RevocationReason } from './revocation-reasons.js';

describe('a certificate on a revocation list', () => {
  let world: SigningWorld;
  let chain: X509Certificate[];
  beforeAll(async () => {
    world = await signingWorld();
    chain = [world.leaf.certificate, ...chainOf(world.authority)].map((der) => new X509Certificate(der));
  });

  const revokedAt = new Date('2026-06-01T00:00:00Z');
  const [before, after] = [new Date('2026-05-31T23:59:59Z'), new Date('2026-06-01T00:00:01Z')];
  const list = (who: 'root' | 'issuing', reason?: RevocationReason, number = 1): Promise<Buffer> => {
    const certificate = who === 'root' ? world.authority.issuing.certificate : world.leaf.certificate;
    const thisUpdate = new Date(Date.UTC(2026, 6, number));
    const revoked = reason ? [{ certificate, at: revokedAt, reason }] : [];
    const content = { number, thisUpdate, nextUpdate: new Date('2051-01-01T00:00:00Z'), revoked };
    return makeCrl(world.authority[who], content);
  };

  it.each<[string, RevocationReason, { provenAt?: Date; claimedAt?: Date }, string]>([
    [
      'is believed for what a time-stamp proves to be older',
      'keyCompromise',
      { provenAt: before },
      'revoked_after_proof',
    ],
    ['is not believed for what is proved to be later', 'superseded', { provenAt: after, claimedAt: before }, 'revoked'],
    ['is not believed on the word of a thief', 'keyCompromise', { claimedAt: before }, 'revoked'],
    ['is believed on the word of who left', 'cessationOfOperation', { claimedAt: before }, 'revoked_after_claim'],
    ['is not believed for what came later', 'cessationOfOperation', { claimedAt: after }, 'revoked'],
    ['is not believed without any time', 'unspecified', {}, 'revoked'],
  ])('%s', async (_, reason, times, detail) => {
    const lists = readLists([await list('root'), await list('issuing', reason)]);
    const found = checkRevocation(chain, lists, times);
    expect([found.detail, found.ok]).toEqual([detail, detail !== 'revoked']);
  });

  it('takes down with it what it issued', async () => {
    const lists = readLists([await list('root', 'cACompromise'), await list('issuing')]);
    expect(checkRevocation(chain, lists, { claimedAt: before })).toMatchObject({
      ok: false,
      params: { reason: 'cACompromise', at: revokedAt.toISOString() },
    });
  });

  it('is judged by the newest list of its own issuer, whatever else is given', async () => {
    const other = (await signingWorld()).authority;
    const content = { number: 9, thisUpdate: after, nextUpdate: after };
    const strange = await makeCrl(other.issuing, {
      ...content,
      revoked: [{ certificate: world.leaf.certificate, at: revokedAt, reason: 'keyCompromise' }],
    });
    const forged = Buffer.from(await list('issuing', 'keyCompromise', 9));
    forged[forged.length - 1]! ^= 1;
    const newest = await list('issuing', undefined, 2);
    const lists = readLists([
      newest,
      strange,
      forged,
      await list('issuing', 'keyCompromise', 1),
      Buffer.from('no list'),
    ]);
    expect(checkRevocation(chain, lists, { claimedAt: before }).detail).toBe('revocation_unknown');
    const all = [...lists, ...readLists([await list('root')])];
    expect(checkRevocation(chain, all, { claimedAt: before }).detail).toBe('not_revoked');
  });
});
