import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { body, chainOf, issuedAt, signingWorld, type SigningWorld } from '../../test/support/cryptography.js';
import { appendRevision, stream, tinyPdf } from '../../test/support/tiny-pdf.js';
import { issueLeaf } from './authority.js';
import { signDetached } from './cms.js';
import { signPdf } from './pades.js';
import { certificateToPem } from './pem.js';
import { emptyByteRange, emptyContents } from './placeholder.js';
import { type VerificationReport } from './report.js';
import { memorySigner } from './signer.js';
import { verifyPdf } from './verify.js';

let world: SigningWorld;
let other: SigningWorld;
let signed: Buffer;
const trust = () => [world.authority.root.certificate];
const verify = (bytes: Uint8Array): Promise<VerificationReport> => verifyPdf(bytes, { trust: trust() });
const failures = ({ steps }: VerificationReport) =>
  steps.filter(({ ok }) => !ok).map(({ step, detail }) => `${step}: ${detail}`);

beforeAll(async () => {
  world = await signingWorld();
  other = await signingWorld('林評量');
  signed = await signPdf(tinyPdf(), world.signer);
});

/** The same bytes with one text replaced by another of equal length. */
function replaced(pdf: Buffer, from: string, to: string): Buffer {
  const at = pdf.indexOf(from);
  expect(at).toBeGreaterThan(0);
  const copy = Buffer.from(pdf);
  copy.write(to.padEnd(from.length), at, 'latin1');
  return copy;
}

function flipped(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[at]! ^= 1;
  return copy;
}

/** Puts another CMS into `/Contents`, which the signature itself cannot cover. */
function withCms(pdf: Buffer, cms: Buffer): Buffer {
  const copy = Buffer.from(pdf);
  copy.write(cms.toString('hex').padEnd(emptyContents.length - 2, '0'), pdf.indexOf('/Contents <') + 11, 'latin1');
  return copy;
}

function coveredDigest(pdf: Buffer): Buffer {
  const start = pdf.indexOf('/Contents <') + 10;
  const rest = pdf.subarray(start + emptyContents.length);
  return createHash('sha256').update(pdf.subarray(0, start)).update(rest).digest();
}

describe('a signed file', () => {
  it('is valid, and every step says why', async () => {
    const report = await verify(signed);
    expect(failures(report)).toEqual([]);
    expect(report.outcome).toBe('valid');
    expect(report.steps.map(({ step }) => step)).toEqual([
      'signature_found',
      'byte_range',
      'digest',
      'signature_value',
      'signing_certificate',
      'chain',
      'certificate_use',
      'signature_fields',
      'later_revisions',
      'attachment',
      'signers',
    ]);
  });

  it('names the signer, the issuer and the claimed time', async () => {
    const { signatures } = await verify(signed);
    expect(signatures).toEqual([
      {
        field: 'assessor',
        name: '林評量',
        subjectId: 'assessor-1',
        organization: body.name,
        issuer: `${body.name} Issuing CA`,
        serialNumber: expect.stringMatching(/^[0-9a-f]{32}$/),
        certificateSha256: createHash('sha256').update(world.leaf.certificate).digest('hex'),
        claimedAt: '2026-03-02T01:02:03.000Z',
      },
    ]);
  });

  it('gives the embedded record back with its hash', async () => {
    const { attachment } = await verify(signed);
    expect(Buffer.from(attachment!.bytes).toString()).toBe('{"a":1}');
    expect(attachment).toMatchObject({
      name: 'record.json',
      mediaType: 'application/json',
      sha256: createHash('sha256').update('{"a":1}').digest('hex'),
    });
  });

  it('takes its trust as PEM text too', async () => {
    const pem = `a comment\n${certificateToPem(other.authority.root.certificate)}${certificateToPem(trust()[0]!)}`;
    expect((await verifyPdf(signed, { trust: pem })).outcome).toBe('valid');
  });

  it('differs from the unsigned file only in its two reserved places', () => {
    const unsigned = tinyPdf();
    const from = unsigned.indexOf(emptyByteRange);
    const to = unsigned.indexOf(emptyContents) + emptyContents.length;
    expect(signed.length).toBe(unsigned.length);
    expect(signed.subarray(0, from).equals(unsigned.subarray(0, from))).toBe(true);
    expect(signed.subarray(to).equals(unsigned.subarray(to))).toBe(true);
  });

  it('carries no signing-time, which PAdES forbids', () => {
    expect(signed.includes('2a864886f70d010905')).toBe(false);
    expect(signed.includes('2a864886f70d010904')).toBe(true);
    expect(signed.includes('2a864886f70d010910022f')).toBe(true);
  });

  const openssl = spawnSync('openssl', ['version']).status === 0 ? it : it.skip;
  openssl('is accepted by openssl', () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-cms-'));
    const start = signed.indexOf('/Contents <') + 10;
    const end = start + emptyContents.length;
    writeFileSync(join(folder, 'cms'), Buffer.from(signed.toString('latin1', start + 1, end - 1), 'hex'));
    writeFileSync(join(folder, 'content'), Buffer.concat([signed.subarray(0, start), signed.subarray(end)]));
    writeFileSync(join(folder, 'root'), certificateToPem(trust()[0]!));
    const args = '-verify -binary -inform DER -in cms -content content -CAfile root -attime 1772413323 -out ignored';
    const { stderr } = spawnSync('openssl', ['cms', ...args.split(' ')], { cwd: folder });
    expect(stderr.toString()).toMatch(/success/i);
  });
});

describe('signing', () => {
  it('refuses a file without a placeholder', async () => {
    await expect(signPdf(Buffer.from('%PDF-1.7 nothing'), world.signer)).rejects.toThrow('no signature placeholder');
  });

  it('refuses a file with two placeholders', async () => {
    await expect(signPdf(Buffer.concat([tinyPdf(), tinyPdf()]), world.signer)).rejects.toThrow('more than one');
  });

  it('refuses a signature that does not fit', async () => {
    const chain = Array.from({ length: 40 }, () => world.leaf.certificate);
    await expect(signPdf(tinyPdf(), memorySigner(world.leaf, chain))).rejects.toThrow('reserved');
  });
});

describe('an altered file', () => {
  it('is told by a changed letter on the page', async () => {
    const report = await verify(replaced(signed, 'Competent', 'Competenz'));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['digest: digest_differs']);
  });

  it('is told by a change that breaks the structure', async () => {
    const report = await verify(replaced(signed, 'endstream', 'endstreaX'));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['digest: digest_differs']);
  });

  it('is told by a changed signature value', async () => {
    const cms = await signDetached(coveredDigest(signed), world.signer);
    cms[cms.length - 1]! ^= 1;
    const report = await verify(withCms(signed, cms));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['signature_value: value_differs']);
  });

  it('is told by bytes hidden behind the signature in its place', async () => {
    const cms = await signDetached(coveredDigest(signed), world.signer);
    const report = await verify(withCms(signed, Buffer.concat([cms, Buffer.from('00000001', 'hex')])));
    expect(failures(report)).toEqual(['signature_value: signature_unreadable']);
  });

  it('is told by a changed ByteRange', async () => {
    const start = signed.indexOf('/ByteRange [0 ') + 14;
    const report = await verify(flipped(signed, start));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['byte_range: range_wrong']);
  });

  it.each(['\n', 'x', '%%EOF\n', '\n1 0 obj\n<<>>\nendobj\n'])('is told by %j appended', async (tail) => {
    const report = await verify(Buffer.concat([signed, Buffer.from(tail)]));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['later_revisions: unreadable_addition']);
  });

  it('is told by an update that replaces a page', async () => {
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 12 0 R /Annots [9 0 R] >>';
    const report = await verify(
      appendRevision(signed, [
        [4, page],
        [12, stream('', 'BT ET')],
      ]),
    );
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['later_revisions: page_changed']);
  });

  it.each([
    ['the page’s content', 5, stream('', 'BT ET'), 'content_changed'],
    [
      'the signature’s widget',
      9,
      '<< /Type /Annot /Subtype /Widget /FT /Sig /T (assessor) /F 2 /Rect [0 0 9 9] /V 10 0 R >>',
      'field_changed',
    ],
    ['the page tree', 2, '<< /Type /Pages /Kids [] /Count 0 >>', 'page_changed'],
    ['the embedded record', 7, stream('/Type /EmbeddedFile', '{"a":2}'), 'record_changed'],
    ['the name of the embedded record', 6, '<< /Type /Filespec /EF << /F 7 0 R >> >>', 'record_changed'],
    ['a font', 3, '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>', 'object_changed'],
    ['the form without its signature', 8, '<< /SigFlags 3 /Fields [] >>', 'signature_detached'],
    ['the form with another entry', 8, '<< /SigFlags 3 /Fields [9 0 R] /NeedAppearances true >>', 'form_changed'],
    ['nothing and adds what nobody needs', 12, '<< /Type /Page >>', 'object_added'],
  ])('is told by an update that replaces %s', async (_, number, object, detail) => {
    const report = await verify(appendRevision(signed, [[number, object]]));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toContain(`later_revisions: ${detail}`);
  });

  it('is told by an update that adds an opening action to the catalog', async () => {
    const catalog = /1 0 obj\n(.*)\nendobj/
      .exec(signed.toString('latin1'))![1]!
      .replace('>> >> >>', '>> >> /OpenAction 12 0 R >>');
    const report = await verify(
      appendRevision(signed, [
        [1, catalog],
        [12, '<< /S /URI /URI (http://evil.example) >>'],
      ]),
    );
    expect(failures(report)).toEqual(['later_revisions: catalog_changed']);
  });

  it('is told by an update that makes a page pass for the security store', async () => {
    const catalog = (tail: string) => /1 0 obj\n(.*) >>\nendobj/.exec(signed.toString('latin1'))![1]! + tail + ' >>';
    const once = appendRevision(signed, [[1, catalog(' /DSS 5 0 R')]]);
    expect((await verify(once)).outcome).toBe('altered');
  });

  it('is told by a changed record inside', async () => {
    const forged = tinyPdf({ record: '{"a":2}' });
    const contents = signed.subarray(signed.indexOf('/ByteRange'), signed.indexOf('/Contents <') + 11 + 32768);
    forged.set(contents, forged.indexOf('/ByteRange'));
    const report = await verify(forged);
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['digest: digest_differs']);
  });

  it('is told by a cut end', async () => {
    const report = await verify(signed.subarray(0, signed.length - 40));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['byte_range: file_cut_short']);
  });

  it('is told by another certificate of the same name in the signature', async () => {
    const twin = await issueLeaf(
      world.authority.issuing,
      { id: 'assessor-1', name: '林評量', role: 'assessor', body },
      issuedAt,
    );
    const liar = { ...world.signer, certificate: twin.certificate };
    const report = await verify(withCms(signed, await signDetached(coveredDigest(signed), liar)));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toEqual(['signature_value: value_differs']);
  });

  it('is told by a signature that names another certificate than it embeds', async () => {
    const twin = await issueLeaf(
      world.authority.issuing,
      { id: 'assessor-2', name: '替身', role: 'assessor', body },
      issuedAt,
    );
    const cms = await signDetached(coveredDigest(signed), memorySigner(twin, chainOf(world.authority)));
    const hash = createHash('sha256').update(twin.certificate).digest();
    const at = cms.indexOf(hash);
    const report = await verify(withCms(signed, flipped(cms, at)));
    expect(report.outcome).toBe('altered');
    expect(failures(report)).toContain('signing_certificate: certificate_not_bound');
  });
});

describe('a file signed by someone else', () => {
  it('is untrusted when another authority of the same name issued the certificate', async () => {
    const report = await verify(await signPdf(tinyPdf(), other.signer));
    expect(report.outcome).toBe('untrusted');
    expect(failures(report)).toEqual(['chain: chain_not_trusted']);
  });

  it('is untrusted when a leaf plays the authority', async () => {
    const fake = await issueLeaf(world.leaf, { id: 'x', name: '冒名', role: 'assessor', body }, issuedAt);
    const signer = memorySigner(fake, [world.leaf.certificate, ...chainOf(world.authority)]);
    const report = await verify(await signPdf(tinyPdf(), signer));
    expect(report.outcome).toBe('untrusted');
    expect(failures(report).join()).toMatch(/chain_not_trusted|issuer_may_not_certify/);
  });

  it('is untrusted when an authority’s own key signed', async () => {
    const signer = memorySigner(world.authority.issuing, [world.authority.root.certificate]);
    const report = await verify(await signPdf(tinyPdf(), signer));
    expect(report.outcome).toBe('untrusted');
    expect(failures(report)).toEqual(['certificate_use: leaf_is_authority']);
  });

  it.each([
    ['before the certificate', '20250302010203'],
    ['after it', '20300302010203'],
  ])('is untrusted when the claimed time lies %s', async (_, claimedAt) => {
    const report = await verify(await signPdf(tinyPdf({ claimedAt }), world.signer));
    expect(report.outcome).toBe('untrusted');
    expect(failures(report)).toEqual(['chain: not_valid_then']);
  });

  it('is judged at another instant when asked', async () => {
    const report = await verifyPdf(signed, { trust: trust(), at: new Date('2031-01-01T00:00:00Z') });
    expect(failures(report)).toEqual(['chain: not_valid_then']);
  });

  it('is untrusted when nothing is trusted', async () => {
    expect((await verifyPdf(signed, { trust: [] })).outcome).toBe('untrusted');
    expect((await verifyPdf(signed, { trust: 'no certificate' })).outcome).toBe('untrusted');
  });
});

describe('a second signature', () => {
  const seal = (cms: string) =>
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20260303010203Z) /ByteRange ${emptyByteRange} /Contents ${cms} >>`;
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /F 132 /Rect [300 72 500 122] /P 4 0 R /V 12 0 R >>';
  const update = (pdf: Buffer) =>
    appendRevision(pdf, [
      [11, field],
      [12, seal(emptyContents)],
    ]);

  it('is valid beside the first when the waiting field is filled', async () => {
    const first = await signPdf(tinyPdf({ extraField: true }), world.signer);
    const report = await verify(await signPdf(update(first), world.signer));
    expect(failures(report)).toEqual([]);
    expect(report.signatures).toHaveLength(2);
    expect(report.steps.find(({ step }) => step === 'later_revisions')).toMatchObject({
      detail: 'only_validation_added',
    });
  });

  it('makes the file refused when it is forged', async () => {
    const first = await signPdf(tinyPdf({ extraField: true }), world.signer);
    const second = await signPdf(update(first), world.signer);
    const at = second.lastIndexOf('D:20260303');
    const report = await verify(flipped(second, at + 9));
    expect(report.outcome).toBe('altered');
    expect(report.steps.filter(({ ok }) => !ok)).toMatchObject([{ step: 'digest', signature: 2 }]);
  });

  it('makes the file refused when a stranger made it', async () => {
    const first = await signPdf(tinyPdf({ extraField: true }), world.signer);
    const report = await verify(await signPdf(update(first), other.signer));
    expect(report.outcome).toBe('untrusted');
    expect(report.steps.filter(({ ok }) => !ok)).toMatchObject([{ step: 'chain', signature: 2 }]);
  });

  it('may not come in a field that covers the page', async () => {
    const form = '<< /SigFlags 3 /Fields [9 0 R 11 0 R] >>';
    const report = await verify(
      await signPdf(
        appendRevision(signed, [
          [8, form],
          [11, field],
          [12, seal(emptyContents)],
        ]),
        world.signer,
      ),
    );
    expect(failures(report)).toEqual(['later_revisions: field_added']);
  });

  it('may not come in a field that nobody prepared, even one that shows nothing', async () => {
    const catalog = /1 0 obj\n(.*) >>\nendobj/.exec(signed.toString('latin1'))![1]!;
    const unseen = field.replace('300 72 500 122', '0 0 0 0');
    const page = /4 0 obj\n(.*)\nendobj/.exec(signed.toString('latin1'))![1]!.replace('[9 0 R]', '[9 0 R 11 0 R]');
    const withStore = appendRevision(signed, [
      [1, `${catalog} /DSS 13 0 R >>`],
      [13, '<< /Type /DSS /Certs [] >>'],
    ]);
    const form = '<< /SigFlags 3 /Fields [9 0 R 11 0 R] >>';
    const both = appendRevision(withStore, [
      [4, page],
      [8, form],
      [11, unseen],
      [12, seal(emptyContents)],
    ]);
    const report = await verify(await signPdf(both, world.signer));
    expect(failures(report)).toEqual(['later_revisions: field_added']);
  });

  it.each([
    ['is a widget and draws nothing', '/Subtype /Widget', []],
    ['is a widget with an appearance for nothing', '/Subtype /Widget /AP << >>', []],
    ['is a note, which viewers draw wherever it stands', '/Subtype /Text', ['later_revisions: field_added']],
    ['is of no kind', '', ['later_revisions: field_added']],
    ['draws', '/Subtype /Widget /AP << /N 5 0 R >>', ['later_revisions: field_added']],
  ])('may be followed by a time-stamp field only where that %s', async (_, kind, refused) => {
    const page = /4 0 obj\n(.*)\nendobj/.exec(signed.toString('latin1'))![1]!.replace('[9 0 R]', '[9 0 R 11 0 R]');
    const stamped = appendRevision(signed, [
      [4, page],
      [8, '<< /SigFlags 3 /Fields [9 0 R 11 0 R] >>'],
      [11, `<< /Type /Annot ${kind} /FT /Sig /T (time-stamp-2) /F 132 /Rect [0 0 0 0] /P 4 0 R /V 12 0 R >>`],
      [
        12,
        `<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /ByteRange ${emptyByteRange} /Contents ${emptyContents} >>`,
      ],
    ]);
    const revisions = failures(await verify(stamped)).filter((failure) => failure.startsWith('later_revisions'));
    expect(revisions).toEqual(refused);
  });
});

describe('what is no signed document', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'malformed', 'file_empty'],
    ['a text', Buffer.from('hello'), 'malformed', 'not_pdf'],
    ['random bytes', randomBytes(5000), 'malformed', 'not_pdf'],
    ['the head of a PDF', Buffer.from('%PDF-1.7\n'), 'no_signature', 'none_found'],
    ['a broken PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< '), 'malformed', 'not_readable'],
    ['deep nesting', Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}`), 'malformed', 'not_readable'],
  ])('%s is told as such', async (_, bytes, outcome, detail) => {
    const report = await verify(bytes);
    expect([report.outcome, report.steps[0]?.detail]).toEqual([outcome, detail]);
  });

  it('is a PDF whose signature was never filled in', async () => {
    expect((await verify(tinyPdf())).outcome).toBe('altered');
  });

  it('never throws and never passes, whatever covered byte is changed', async () => {
    const start = signed.indexOf('/Contents <') + 10;
    const end = start + emptyContents.length;
    const positions = fc.oneof(fc.integer({ min: 0, max: start }), fc.integer({ min: end, max: signed.length - 1 }));
    await fc.assert(
      fc.asyncProperty(positions, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(signed);
        copy[at]! ^= change;
        expect((await verify(copy)).outcome).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and never names another signer, whatever byte of the signature is changed', async () => {
    const [expected] = (await verify(signed)).signatures;
    const start = signed.indexOf('/Contents <') + 11;
    const length = (await signDetached(coveredDigest(signed), world.signer)).length * 2;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: 15 }), async (at, digit) => {
        const copy = Buffer.from(signed);
        copy.write(digit.toString(16), start + at, 'latin1');
        const report = await verify(copy);
        if (report.outcome === 'valid') expect(report.signatures).toEqual([expected]);
      }),
      { numRuns: 300 },
    );
  });

  it('answers a large hostile file', async () => {
    const hostile = (size: number) => Buffer.from(`%PDF-1.7\n1 0 obj\n[${'(((((('.repeat(size)}`);
    expect((await verify(hostile(300_000))).outcome).toBe('malformed');
  });
});
