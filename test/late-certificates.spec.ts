import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { type Certificate } from '../src/certificates/certificate.entity.js';
import { Maker } from '../src/certificates/maker.js';
import { Registrar } from '../src/certificates/registrar.js';
import { StatusEntry } from '../src/credentials/status-list.entity.js';
import { Database } from '../src/database/database.js';
import { Looks } from '../src/templates/looks.js';
import { competentVerdicts } from './factories/competent.js';
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
});
