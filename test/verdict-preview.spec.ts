import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Assessment } from '../src/assessments/assessment.entity.js';
import { Database } from '../src/database/database.js';
import { findSignatures } from '../src/signing/found-signatures.js';
import { readPdf } from '../src/signing/pdf-file.js';
import { Verdict } from '../src/verdicts/verdict.entity.js';
import { notYetCompetent as draft } from './factories/decided.js';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { asBuffer } from './support/as-buffer.js';
import { pageTexts } from './support/pdf-text.js';
import { type Persona, World } from './world.js';

const squeezed = (text: string) => text.replace(/\s/g, '');

describe('the document of a verdict before it is signed', () => {
  let world: World;
  let made: Enrolled;
  beforeAll(async () => {
    world = await World.open();
    made = await enrolled(world);
  });
  afterAll(() => world?.close());

  const preview = (input: object = draft, by: Persona = made.assessor) =>
    by.post(`/assessments/${made.assessmentId}/verdict-preview/document`, input);

  it('has the words as they would be printed, and says on every page that it proves nothing', async () => {
    const { body: pdf, headers } = await asBuffer(preview()).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'inline; filename="verdict-preview.pdf"',
    });
    const pages = pageTexts(pdf).map(squeezed);
    for (const page of pages) {
      expect(page).toContain('預覽未簽署不具效力');
      expect(page).toContain('PREVIEW:UNSIGNED,PROVESNOTHING');
    }
    const words = [draft.reasons, draft.gaps[0]!.text, draft.feedback, draft.nextStep, '尚未具備', '林小美', '陳評量'];
    for (const said of words) expect(pages.join('')).toContain(said);
  });

  it('has no signature, no number and no record inside', async () => {
    const { body: pdf } = await asBuffer(preview()).expect(200);
    expect(findSignatures(readPdf(pdf))).toEqual([]);
    expect(pdf.includes('/ByteRange')).toBe(false);
    expect(pdf.includes('/EmbeddedFile')).toBe(false);
    const text = squeezed(pageTexts(pdf).join(''));
    expect(text).toContain('文件編號簽署時編列');
    expect(text).not.toMatch(/TS-\d{4}-|verify|內嵌檔案/);
  });

  it('can be looked at while rules are still open, for either outcome', async () => {
    await made.assessor.post(`/assessments/${made.assessmentId}/verdicts`, { outcome: 'competent' }).expect(409);
    const { body: pdf } = await asBuffer(preview({ outcome: 'competent' })).expect(200);
    expect(squeezed(pageTexts(pdf)[0]!)).toContain('已具備');
    const unfinished = { outcome: 'not_yet_competent', reasons: '證據不足。' };
    await asBuffer(preview(unfinished)).expect(200);
  });

  it('refuses what a verdict refuses', async () => {
    const fieldsOf = async (input: object) => {
      const { body } = await preview(input).expect(400);
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await fieldsOf({ ...draft, reasons: '' })).toEqual(['reasons']);
    expect(await fieldsOf({ ...draft, outcome: 'passed' })).toEqual(['outcome']);
    expect(await fieldsOf({ ...draft, feedback: '長'.repeat(10_001) })).toEqual(['feedback']);
    expect(await fieldsOf({ ...draft, gaps: [{ targetRef: '99.9', text: '沒有這一項' }] })).toEqual([
      'gaps.0.targetRef',
    ]);
  });

  it('keeps nothing', async () => {
    const db = world.app.get(Database);
    const { assessmentId } = made;
    const state = async () => [
      await db.read.findOneBy(Assessment, { id: assessmentId }),
      await db.read.countBy(Verdict, { assessmentId }),
      await db.read.count(AuditEntry),
    ];
    const before = await state();
    await asBuffer(preview()).expect(200);
    expect(await state()).toEqual(before);
  });

  it('is for the lead assessor, and only until the verdict', async () => {
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    const stranger = await world.person('外人', ['administrator', 'assessor'], other.body.id);
    await preview(draft, stranger).expect(404);
    await preview(draft, made.candidate).expect(403);
    await preview(draft, world.operator).expect(403);
    await made.assessor.post(`/assessments/${made.assessmentId}/verdicts`, draft).expect(201);
    expect((await preview().expect(409)).body.code).toBe('assessment_decided');
  });
});
