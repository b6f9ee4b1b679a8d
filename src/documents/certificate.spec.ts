import { signingWorld } from '../../test/support/cryptography.js';
import { pageTexts } from '../../test/support/pdf-text.js';
import { png } from '../../test/support/png.js';
import { type CertificateRecord } from './certificate-record.js';
import { renderCertificate } from './certificate.js';
import { fallbackFonts } from '../config.js';
import { signPdf } from '../signing/pades.js';
import { entry, readPdf, stateAfter } from '../signing/pdf-file.js';
import { verifyPdf } from '../signing/verify.js';
import { safeLogo } from './logo.js';
import { type Look, plainLook } from './look.js';
import { canonicalJson } from './record.js';

const party = (name: string) => ({ id: '018f0000-0000-7000-8000-000000000001', name });

const record = (changes: Partial<CertificateRecord> = {}): CertificateRecord => ({
  schema: 'touchstone/certificate/1',
  documentNumber: 'TS-2026-QX7K-9M2D',
  verificationUrl: 'https://assess.example.tw/verify/TS-2026-QX7K-9M2D',
  certificateNumber: '2026-000042',
  unit: {
    kind: 'competency_unit',
    ...{ code: 'KMM5R0915v2', version: 2, edition: 1, level: 5, sourceSha256: 'a'.repeat(64) },
    name: '發展客戶服務的行銷策略',
  },
  body: { id: 'body-1', name: '試金石職能評量中心' },
  representative: { name: '陳怡君', post: '執行長' },
  holder: { ...party('王小明'), birthDate: '1990-05-06', maskedId: 'A12****789' },
  pathway: 'rpl',
  verdict: {
    ...{ id: 'v', documentNumber: 'TS-2026-AAAA-BBBB', recordSha256: 'c'.repeat(64), pdfSha256: 'd'.repeat(64) },
    ...{ decidedOn: '2026-03-02', decidedBy: party('林評量') },
  },
  issuedAt: '2026-03-20T02:00:00.000Z',
  issuedOn: '2026-03-20',
  replaces: null,
  ...changes,
});
const holder = (name: string) => record({ holder: { ...party(name), birthDate: null, maskedId: null } });
const squeeze = (text: string) => text.replace(/\s/g, '');
const textOf = (pdf: Buffer) => squeeze(pageTexts(pdf).join(''));

/** Longer than life, all of it at once. */
const longest = record({
  body: party('財團法人職業訓練與職能發展暨數位轉型人才培育基金會附設北部職能評量中心'.repeat(3)),
  unit: {
    ...record().unit,
    kind: 'occupational_standard',
    name: '客戶服務中心多元通路整合行銷資深專案管理人員'.repeat(5),
  },
  holder: { ...party('Tjuku Ruljigaljig Pavavaljung ʉḻṟʼ '.repeat(6).trim()), birthDate: null, maskedId: null },
  representative: { name: '莎韻・諾敏'.repeat(10), post: '基金會附設北部職能評量中心主任'.repeat(4) },
  replaces: {
    certificateNumber: '2026-000017',
    documentNumber: 'x',
    reason: '更正姓名用字，戶籍謄本已核對。'.repeat(12),
  },
});
const look: Look = {
  ...plainLook,
  accent: '#1f3d5c',
  statement: {
    'zh-TW': '本中心依評量指引辦理。'.repeat(9),
    en: 'Assessed under the guide of the centre. '.repeat(5).trim(),
  },
  footer: { 'zh-TW': '臺北市中正區忠孝西路一段 1 號', en: 'Taipei' },
  logo: safeLogo(png(80, 20)),
};

describe('a printed certificate', () => {
  it.each<[string, CertificateRecord]>([
    ['all usual names', record()],
    ['names longer than life', longest],
    ['a name with rare characters', holder('𠮷田堃喆')],
    ['a name in letters that Chinese fonts lack', holder('Uʉngʉ Ḻaṟaʼ Tiɨna')],
  ])('is one page and shows every text of its record: %s', async (_, made) => {
    const pdf = await renderCertificate(made, { look });
    const {
      certificateNumber,
      verificationUrl,
      documentNumber,
      unit,
      body,
      holder: who,
      representative,
      replaces,
    } = made;
    const shown = [certificateNumber, verificationUrl, documentNumber, unit.code, unit.name, body.name, who.name];
    const more = [representative!.name, representative!.post, replaces?.certificateNumber, replaces?.reason];
    const texts = pageTexts(pdf);
    expect(texts).toHaveLength(1);
    const all = squeeze(texts[0]!);
    expect([...shown, ...more].filter((text) => text && !all.includes(squeeze(text)))).toEqual([]);
    expect(all).toContain('先前學習認可');
    expect(all).toContain('2026年3月2日');
    expect(all).toContain('2026年3月20日');
  });

  it('says that all was met and what it is not, in both languages', async () => {
    const unit = textOf(await renderCertificate(record()));
    expect(unit).toContain('所有行為指標與評量之關鍵面向，均經評量達成。');
    expect(unit).toContain('Allperformancecriteriaandallkeyaspectsofassessmentweremet.');
    expect(unit).toContain('不是技術士證，也不是技能職類證書');
    const standard = textOf(await renderCertificate(longest, { locale: 'en' }));
    expect(standard).toContain('Allperformanceindicatorsweremet.');
    expect(standard).toContain('所有行為指標均經評量達成。');
  });

  it('draws a letter that Chinese fonts lack, and frames only what no font has', async () => {
    expect(fallbackFonts()).toEqual([]);
    expect(textOf(await renderCertificate(holder('Uʉngʉ Ḻaṟaʼ')))).not.toContain('U+');
    expect(textOf(await renderCertificate(holder('𠮷田')))).toContain('𠮷U+20BB7');
  });

  it('is the same bytes for the same record and look, a logo with transparent parts among it', async () => {
    const [first, second] = [await renderCertificate(record(), { look }), await renderCertificate(record(), { look })];
    expect(first.equals(second)).toBe(true);
  });

  it('is landscape, tagged and archivable, and carries its record under the seal alone', async () => {
    const pdf = await renderCertificate(record(), { look });
    const { revisions } = readPdf(pdf);
    const root = revisions[0]!.trailer.get('Root');
    expect(entry(stateAfter(revisions), root, 'MarkInfo', 'Marked')).toBe(true);
    const text = pdf.toString('latin1');
    expect(text).toMatch(/\/MediaBox \[0 0 841.89 595.28\]/);
    const claims = ['<pdfaid:part>3<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<'];
    expect(claims.filter((claim) => !text.includes(claim))).toEqual([]);
    const { seal, authority } = await signingWorld();
    const report = await verifyPdf(await signPdf(pdf, seal), { trust: [authority.root.certificate] });
    expect(report.outcome).toBe('valid');
    expect(Buffer.from(report.attachment!.bytes).toString('utf8')).toBe(canonicalJson(record()));
  });
});
