import { body, chainOf, issuedAt, signingWorld, type SigningWorld } from '../../test/support/cryptography.js';
import { appendRevision, stream, tinyPdf } from '../../test/support/tiny-pdf.js';
import { issueLeaf } from './authority.js';
import { readPdf } from './pdf-file.js';
import { signPdf } from './pades.js';
import { emptyByteRange, emptyContents } from './placeholder.js';
import { type VerificationReport } from './report.js';
import { type Countersignature, prepareCountersignature } from './seal.js';
import { memorySigner, type Signer } from './signer.js';
import { verifyPdf } from './verify.js';

const record = JSON.stringify({ body: { id: body.id }, decidedBy: { id: 'assessor-1' } });
const countersignature: Countersignature = {
  field: 'seal',
  name: body.name,
  reason: '訓練機構確認（測試）',
  claimedAt: new Date('2026-03-02T01:02:04Z'),
};
const field = '/Type /Annot /Subtype /Widget /FT /Sig /T (seal) /F 132 /Rect [300 72 500 122] /P 4 0 R';
const dict = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20260302010204Z) /ByteRange ${emptyByteRange} /Contents ${emptyContents} >>`;
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 20 0 R /Annots [9 0 R 11 0 R] /Resources << >> >>';
const otherPage: [number, string][] = [
  [4, page],
  [20, stream('', 'BT ET')],
];

let world: SigningWorld;
let other: SigningWorld;
let seal: Signer;
let otherSeal: Signer;
let first: Buffer;
let sealed: Buffer;

const countersign = (pdf: Buffer, signer: Signer): Promise<Buffer> =>
  signPdf(prepareCountersignature(pdf, countersignature), signer);

beforeAll(async () => {
  world = await signingWorld();
  other = await signingWorld('林評量', issuedAt, { id: 'body-2', name: body.name });
  [seal, otherSeal] = [world.seal, other.seal];
  first = await signPdf(tinyPdf({ extraField: true, record }), world.signer);
  sealed = await countersign(first, seal);
});

const roots = (...worlds: SigningWorld[]) => worlds.map(({ authority }) => authority.root.certificate);
const verify = (bytes: Uint8Array, trust = roots(world)): Promise<VerificationReport> => verifyPdf(bytes, { trust });
const failures = ({ steps }: VerificationReport) =>
  steps
    .filter(({ ok }) => !ok)
    .map(({ step, detail, signature }) => `${step}${signature ? ` ${signature}` : ''}: ${detail}`);

describe('a seal', () => {
  it('is valid beside the signature it countersigns, each with steps of its own', async () => {
    const report = await verify(sealed);
    expect(failures(report)).toEqual([]);
    expect(report.outcome).toBe('valid');
    expect(report.signatures).toMatchObject([
      { field: 'assessor', subjectId: 'assessor-1', claimedAt: '2026-03-02T01:02:03.000Z' },
      { field: 'seal', subjectId: body.id, name: body.name, claimedAt: '2026-03-02T01:02:04.000Z' },
    ]);
    const about = (number: number) => report.steps.filter(({ signature }) => signature === number);
    expect(about(2).map(({ step }) => step)).toEqual(about(1).map(({ step }) => step));
    expect(about(1)[0]).toMatchObject({ step: 'byte_range', detail: 'covers_revision' });
    expect(about(2)[0]).toMatchObject({ step: 'byte_range', detail: 'covers_file' });
  });

  it('changes no byte that was there before, and gives the file another second identifier', () => {
    expect(sealed.subarray(0, first.length).equals(first)).toBe(true);
    const [one, two] = readPdf(sealed).revisions.map(({ trailer }) => trailer.get('ID') as { bytes: Buffer }[]);
    expect(two![0]!.bytes).toEqual(one![0]!.bytes);
    expect(two![1]!.bytes).not.toEqual(one![1]!.bytes);
  });

  it('goes into no field that does not wait for it', () => {
    const refusal = 'No field seal waits';
    expect(() => prepareCountersignature(sealed, countersignature)).toThrow(refusal);
    expect(() => prepareCountersignature(tinyPdf(), countersignature)).toThrow(refusal);
    expect(() => prepareCountersignature(Buffer.from('no PDF'), countersignature)).toThrow();
  });

  it('signs alone what needs no person', async () => {
    const report = await verify(await signPdf(tinyPdf({ record, fields: ['seal', ''] }), seal));
    expect(failures(report)).toEqual([]);
    expect(report.steps.at(-1)).toMatchObject({ step: 'signers', detail: 'signers_match' });
  });

  it('of another authority counts only where that very certificate is trusted', async () => {
    const file = await countersign(first, otherSeal);
    expect(failures(await verify(file, [...roots(world), otherSeal.certificate]))).toEqual([]);
    expect(failures(await verify(file, roots(world, other)))).toEqual(['signers: seal_of_another']);
  });
});

describe('a sealed file that was tampered with', () => {
  type Tampering = [string, () => Buffer | Promise<Buffer>, string[]];
  /** A countersignature that does more than it may: these objects come with it. */
  const sealedWith = (objects: [number, string][], pdf = first): Promise<Buffer> =>
    signPdf(appendRevision(pdf, [...objects, [12, dict]]), seal);
  const changed = (pdf: Buffer, at: number, to: string): Buffer => {
    const copy = Buffer.from(pdf);
    copy.write(to, at, 'latin1');
    return copy;
  };
  const contents = (pdf: Buffer): number => pdf.lastIndexOf('/Contents <') + 11;

  it.each<Tampering>([
    ['seal cut off', () => first, ['signature_fields: field_empty']],
    [
      'seal cut in half',
      () => sealed.subarray(0, sealed.length - 9000),
      ['signature_fields: field_empty', 'later_revisions: unreadable_addition'],
    ],
    [
      'seal taken out of its field',
      () => appendRevision(sealed, [[11, `<< ${field} >>`]]),
      ['signature_fields: field_empty', 'later_revisions: signature_detached'],
    ],
    [
      'seal blanked',
      () => changed(sealed, contents(sealed), '0'.repeat(emptyContents.length - 2)),
      ['signature_value 2: signature_unreadable'],
    ],
    [
      'seal’s signature replaced by the assessor’s',
      () => {
        const from = first.indexOf('/Contents <') + 11;
        return changed(sealed, contents(sealed), first.toString('latin1', from, from + emptyContents.length - 2));
      },
      ['digest 2: digest_differs', 'signers: seal_of_another'],
    ],
    ['seal of another body', () => countersign(first, otherSeal), ['chain 2: chain_not_trusted']],
    ['seal set by the assessor', () => countersign(first, world.signer), ['signers: seal_of_another']],
    [
      'decision signed by another of the body’s people',
      async () => {
        const person = { id: 'assessor-2', name: '別人', role: 'assessor', body } as const;
        const signer = memorySigner(
          await issueLeaf(world.authority.issuing, person, issuedAt),
          chainOf(world.authority),
        );
        return countersign(await signPdf(tinyPdf({ extraField: true, record }), signer), seal);
      },
      ['signers: signer_another'],
    ],
    [
      'order of signing swapped',
      async () => {
        const swapped = await signPdf(tinyPdf({ extraField: true, record, fields: ['seal', 'assessor'] }), seal);
        const prepared = prepareCountersignature(swapped, { ...countersignature, field: 'assessor' });
        return signPdf(prepared, world.signer);
      },
      ['signature_fields: seal_not_last'],
    ],
    [
      'letter on the page changed',
      () => changed(sealed, sealed.indexOf('Competent'), 'Kompetent'),
      ['digest 1: digest_differs', 'digest 2: digest_differs'],
    ],
    [
      'letter in the seal’s own words changed',
      () => changed(sealed, sealed.lastIndexOf('/Reason <') + 12, '0'),
      ['digest 2: digest_differs'],
    ],
    ['page replaced after the seal', () => appendRevision(sealed, otherPage), ['later_revisions: page_changed']],
    [
      'page replaced before the seal',
      () => countersign(appendRevision(first, otherPage), seal),
      ['later_revisions: page_changed'],
    ],
    [
      'page replaced by the seal’s own revision',
      () => sealedWith([...otherPage, [11, `<< ${field} /V 12 0 R >>`]]),
      ['later_revisions: page_changed'],
    ],
    [
      'seal’s field moved',
      () => sealedWith([[11, `<< ${field.replace('300 72', '0 0')} /V 12 0 R >>`]]),
      ['later_revisions: field_changed'],
    ],
    [
      'seal’s field given another appearance',
      () =>
        sealedWith([
          [11, `<< ${field} /AP << /N 13 0 R >> /V 12 0 R >>`],
          [13, stream('/Type /XObject /Subtype /Form /BBox [0 0 200 50]', '')],
        ]),
      ['later_revisions: field_changed'],
    ],
    [
      'assessor’s signature shown in the seal’s field',
      () => appendRevision(first, [[11, `<< ${field} /V 10 0 R >>`]]),
      ['signature_fields: signature_shared', 'later_revisions: field_changed'],
    ],
    [
      'seal exchanged for a later one',
      () => signPdf(appendRevision(sealed, [[12, dict]]), seal),
      ['later_revisions: signature_replaced'],
    ],
    [
      'record replaced after the seal',
      () => appendRevision(sealed, [[7, stream('/Type /EmbeddedFile', record.replace('-1', '-9'))]]),
      ['later_revisions: record_changed', 'signers: signer_another'],
    ],
    [
      'hidden object that comes with the seal',
      () =>
        sealedWith([
          [11, `<< ${field} /V 12 0 R >>`],
          [13, stream('', 'BT ET')],
        ]),
      ['later_revisions: object_added'],
    ],
    [
      'second seal in a field of its own',
      () =>
        signPdf(
          appendRevision(sealed, [
            [8, '<< /SigFlags 3 /Fields [9 0 R 11 0 R 13 0 R] >>'],
            [13, `<< ${field.replace('(seal)', '(again)').replace('300 72 500 122', '0 0 0 0')} /V 14 0 R >>`],
            [14, dict],
          ]),
          seal,
        ),
      ['signature_fields: seal_not_last', 'later_revisions: field_added', 'signers: signer_another'],
    ],
    [
      'end of the file that names other data',
      () => {
        const text = appendRevision(sealed, []).toString('latin1');
        const at = text.lastIndexOf('/Root 1 0 R');
        return Buffer.from(`${text.slice(0, at)}/Info 3 0 R ${text.slice(at)}`, 'latin1');
      },
      ['later_revisions: trailer_changed'],
    ],
  ])('is told by the %s', async (_, tamper, told) => {
    const report = await verify(await tamper());
    expect(failures(report)).toEqual(told);
    expect(report.outcome).not.toBe('valid');
    const untrusted = told.every((failure) => /^(chain|signers)/.test(failure));
    expect(report.outcome).toBe(untrusted ? 'untrusted' : 'altered');
  });
});
