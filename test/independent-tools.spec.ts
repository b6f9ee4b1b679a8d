import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/database/database.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { findSignatures } from '../src/signing/found-signatures.js';
import { certificateToPem } from '../src/signing/pem.js';
import { readPdf } from '../src/signing/pdf-file.js';
import { standingOf } from '../src/signing/raise.js';
import { competentVerdicts } from './factories/competent.js';
import { decided } from './factories/decided.js';
import { asBuffer } from './support/as-buffer.js';
import { hasOpenssl, TimeStampAuthority } from './support/timestamp-authority.js';
import { type Persona, World } from './world.js';

const has = (tool: string, ...args: string[]) => spawnSync(tool, args).error === undefined;
const hasAll = hasOpenssl && has('pdfsig', '-v') && has('qpdf', '--version');
const withTools = hasAll ? describe : describe.skip;

interface Document {
  kind: string;
  level: string;
  bytes: Buffer;
  signers: number;
}

/**
 * Every kind of document at every level. Levels are reached by appending, so a document of the highest holds those below:
 * each is what the file was when that revision ended.
 */
withTools('tools that others wrote (pdfsig, openssl, qpdf)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-tools-'));
  const documents: Document[] = [];
  let world: World;
  let authority: TimeStampAuthority;

  beforeAll(async () => {
    authority = await TimeStampAuthority.open();
    world = new World();
    world.clock.set(new Date().toISOString()); // which time stamps bear
    await world.start({ env: { TSA_URL: authority.url, TSA_CA: authority.rootFile } });
    const kinds = { verdict: 2, appeal: 2, certificate: 1 };
    for (const manner of ['answers', 'fails'] as const) {
      authority.manner = manner;
      const made = await issueAll();
      for (const [kind, signers] of Object.entries(kinds) as [keyof typeof made, number][]) {
        for (const bytes of revisionsOf(made[kind])) {
          const { level } = standingOf(readPdf(bytes));
          documents.push({ kind, level, bytes, signers });
        }
      }
    }
    const { root } = await world.app.get(Authorities).trust(world.bodyId);
    writeFileSync(join(folder, 'root.pem'), root);
    writeFileSync(join(folder, 'tsa.pem'), certificateToPem(authority.root));
  });
  afterAll(async () => {
    await world?.close();
    await authority?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function issueAll(): Promise<Record<'verdict' | 'appeal' | 'certificate', Buffer>> {
    const { assessor, candidate, assessmentId } = await decided(world);
    const verdict = (await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200)).body;
    await assessor.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
    const grounds = { grounds: '漏列一項觀察。' };
    const appeal = (await candidate.post(`/verdicts/${verdict.id}/appeal`, grounds).expect(201)).body;
    const judge = await world.person('另一位決定者', ['administrator']);
    const decision = { outcome: 'dismissed', reasons: '紀錄完整，原判定無誤。' };
    await judge.post(`/appeals/${appeal.id}/decision`, decision).expect(201);
    const officer = await world.person('承辦人', ['officer']);
    const [competent] = await competentVerdicts(world.app.get(Database), { bodyId: world.bodyId, leadId: assessor.id });
    const path = `/assessments/${competent!.assessmentId}/certificate`;
    const certificate = (await officer.post(path, {}).expect(201)).body;
    const read = async (who: Persona, address: string): Promise<Buffer> =>
      (await asBuffer(who.get(address)).expect(200)).body as Buffer;
    return {
      verdict: await read(assessor, `/verdicts/${verdict.id}/document`),
      appeal: await read(judge, `/appeals/${appeal.id}/document`),
      certificate: await read(officer, `/certificates/${certificate.id}/document`),
    };
  }

  /** What the file was after each of its revisions that ends with every signature in it. */
  function revisionsOf(pdf: Buffer): Buffer[] {
    const ends: number[] = [];
    for (let at = pdf.indexOf('%%EOF\n'); at >= 0; at = pdf.indexOf('%%EOF\n', at + 1)) ends.push(at + 6);
    const all = ends.map((end) => pdf.subarray(0, end));
    const signed = (bytes: Buffer) => findSignatures(readPdf(bytes)).filter(({ timeStamp }) => !timeStamp).length;
    return all.filter((bytes) => signed(bytes) === signed(pdf));
  }

  const run = (tool: string, ...args: string[]) => {
    const { stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  };
  const kept = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return name;
  };
  const each = (check: (document: Document) => void): void => {
    for (const document of documents) check(document);
  };

  it('are given every kind of document at every level', () => {
    const found = documents.map(({ kind, level }) => `${kind} ${level}`);
    const kinds = ['verdict', 'appeal', 'certificate'];
    const levels = ['B-B', 'B-T', 'B-LT', 'B-LTA'];
    expect([...new Set(found)].sort()).toEqual(kinds.flatMap((kind) => levels.map((one) => `${kind} ${one}`)).sort());
  });

  it('pdfsig finds every signature valid, and the whole file covered (time stamps it cannot check)', () =>
    each(({ kind, level, bytes, signers }) => {
      const said = run('pdfsig', '-nocert', kept(`${kind}-${level}.pdf`, bytes));
      const valid = said.match(/Signature is Valid/g)?.length ?? 0;
      expect({ kind, level, valid, whole: said.includes('Total document signed') }).toEqual({
        ...{ kind, level, valid: signers },
        whole: level !== 'B-LT', // whose last revision is there to be stamped
      });
    }));

  it('openssl finds every signature good by the body’s root, and every time stamp by its authority’s', () =>
    each(({ kind, level, bytes }) => {
      for (const { contents, byteRange, timeStamp } of findSignatures(readPdf(bytes))) {
        const [, first, second, rest] = byteRange!;
        writeFileSync(
          join(folder, 'content'),
          Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second! + rest!)]),
        );
        writeFileSync(join(folder, 'value'), contents.bytes);
        const said = timeStamp
          ? run('openssl', ...'ts -verify -token_in -in value -data content -CAfile tsa.pem'.split(' '))
          : run(
              'openssl',
              ...'cms -verify -binary -inform DER -in value -content content -CAfile root.pem -purpose any -out ignored'.split(
                ' ',
              ),
            );
        expect({ kind, level, said }).toEqual({
          kind,
          level,
          said: expect.stringMatching(/Verification: OK|verification successful/i),
        });
      }
    }));

  it('qpdf finds no fault', () =>
    each(({ kind, level, bytes }) => {
      const file = kept(`${kind}-${level}.pdf`, bytes);
      expect({ kind, level, status: spawnSync('qpdf', ['--check', file], { cwd: folder }).status }).toEqual({
        ...{ kind, level, status: 0 },
      });
    }));
});
