import { randomUUID } from 'node:crypto';
import { type Certificate } from '../src/certificates/certificate.entity.js';
import { Finisher } from '../src/certificates/finisher.js';
import { Maker } from '../src/certificates/maker.js';
import { Registrar } from '../src/certificates/registrar.js';
import { DomainError } from '../src/common/errors.js';
import { StatusEntry } from '../src/credentials/status-list.entity.js';
import { Database } from '../src/database/database.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { Looks } from '../src/templates/looks.js';
import { verifyPdf } from '../src/signing/verify.js';
import { competentVerdicts } from './factories/competent.js';
import { asBuffer } from './support/as-buffer.js';
import { type Persona, World } from './world.js';

describe('certificates whose documents are made later than their numbers', () => {
  let world: World;
  let db: Database;
  let officer: Persona;
  let lead: Persona;
  let candidate: Persona;

  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
    db = world.app.get(Database);
    [officer, lead, candidate] = await Promise.all([
      world.person('承辦人', ['officer']),
      world.person('陳評量', ['assessor']),
      world.person('林小美', ['candidate']),
    ]);
  });
  afterAll(() => world.close());
  afterEach(() => jest.restoreAllMocks());

  /** In the register, with a number and nothing else. */
  const numbered = async (bodyId = world.bodyId): Promise<Certificate> => {
    const [made] = await competentVerdicts(db, { bodyId, leadId: lead.id, candidateIds: [candidate.id] });
    const memberships = [{ bodyId, role: 'officer' as const }];
    const actor = { userId: officer.id, operator: false, memberships };
    const holder = { birthDate: null, maskedId: null };
    const application = { id: randomUUID(), holder, previous: null, batchId: null };
    return db.write((tx) => world.app.get(Registrar).enter(tx, actor, made!.assessmentId, application));
  };
  const make = (certificate: Certificate) => world.app.get(Maker).make(certificate);
  const stateOf = async ({ id }: Certificate) => (await candidate.get(`/certificates/${id}`).expect(200)).body.state;

  it('are not announced as issued where they were revoked meanwhile', async () => {
    const certificate = await numbered();
    const input = { reason: 'issued_in_error', note: '誤植級別。' };
    await officer.post(`/certificates/${certificate.id}/revocation`, input).expect(200);
    await make(certificate);
    expect(await stateOf(certificate)).toBe('revoked');
    const { body } = await candidate.get('/me/notices').expect(200);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('certificate_revoked');
    expect(kinds).not.toContain('certificate_issued');
    await candidate.get(`/certificates/${certificate.id}/document`).expect(200);
  });

  it('take no place in a status list while their look is not to be had', async () => {
    const certificate = await numbered();
    const before = await db.read.countBy(StatusEntry, {});
    jest.spyOn(world.app.get(Looks), 'of').mockRejectedValueOnce(new Error('no logo'));
    await expect(make(certificate)).rejects.toThrow('no logo');
    expect(await db.read.countBy(StatusEntry, {})).toBe(before);
    await make(certificate);
    expect(await db.read.countBy(StatusEntry, {})).toBe(before + 1);
    expect(await stateOf(certificate)).toBe('issued');
  });

  it('wait for the keys of their own body only, in batches and one by one', async () => {
    const { id: lockedId } = (await world.operator.post('/training-bodies', { name: '鎖住的機構' }).expect(201)).body;
    const other = await world.person('另一承辦人', ['officer'], lockedId);
    const order = async (who: Persona, bodyId: string): Promise<string> => {
      const [made] = await competentVerdicts(db, { bodyId, leadId: lead.id });
      const input = { id: randomUUID(), assessmentIds: [made!.assessmentId] };
      await who.post(`/training-bodies/${bodyId}/certificate-batches`, input).expect(201);
      return input.id;
    };
    const batchOf = async (who: Persona, id: string) => (await who.get(`/certificate-batches/${id}`).expect(200)).body;
    const authorities = world.app.get(Authorities);
    const sealFor = authorities.sealFor.bind(authorities);
    const asked = jest.spyOn(authorities, 'sealFor').mockImplementation(async (bodyId) => {
      if (bodyId === lockedId) throw new DomainError('signing_unavailable');
      return sealFor(bodyId);
    });
    const finish = async () => {
      await world.app.get(Finisher).work();
      await world.app.get(Finisher).work();
    };

    const locked = [await numbered(lockedId), await numbered(lockedId), await numbered(lockedId)];
    const lockedBatch = await order(other, lockedId);
    world.clock.pass(1);
    const free = await numbered();
    const freeBatch = await order(officer, world.bodyId);
    world.clock.pass(1);
    await finish();
    expect(await batchOf(officer, freeBatch)).toMatchObject({ state: 'done', progress: { issued: 1 } });
    expect(await stateOf(free)).toBe('issued');
    expect((await batchOf(other, lockedBatch)).state).not.toBe('done');
    expect(await Promise.all(locked.map(stateOf))).toEqual(['issuing', 'issuing', 'issuing']);

    asked.mockRestore();
    await finish();
    expect(await batchOf(other, lockedBatch)).toMatchObject({ state: 'done', progress: { issued: 1 } });
    expect(await Promise.all(locked.map(stateOf))).toEqual(['issued', 'issued', 'issued']);
    // The seal is younger than their dates, and yet signs them validly.
    const { body: pdf } = await asBuffer(candidate.get(`/certificates/${locked[0]!.id}/document`)).expect(200);
    const { root: trust } = await authorities.trust(lockedId);
    expect(await verifyPdf(pdf, { trust })).toMatchObject({ outcome: 'valid' });
  });
});
