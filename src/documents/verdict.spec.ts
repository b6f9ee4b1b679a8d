import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuedAt, signingWorld } from '../../test/support/cryptography.js';
import { pageTexts } from '../../test/support/pdf-text.js';
import { target, verdictRecord } from '../../test/support/verdict-record.js';
import { signPdf } from '../signing/pades.js';
import { entry, nameOf, readPdf, stateAfter, textOf } from '../signing/pdf-file.js';
import { prepareCountersignature } from '../signing/seal.js';
import { verifyPdf } from '../signing/verify.js';
import { plainLook } from './look.js';
import { mediaName } from './media-names.js';
import { canonicalJson, canonicalSha256, type VerdictJudgement, type VerdictRecord } from './record.js';
import { sealing } from './signature.js';
import { renderVerdict } from './verdict.js';

const tool = (name: string) => (spawnSync(name, ['-v']).error ? it.skip : it);
const forbidden = /技術士證|技能職類證書|證照|iCAP/i;

/** All text with the white space of line ends removed. */
const squeeze = (text: string) => text.replace(/\s/g, '');
const allText = (pdf: Buffer) => squeeze(pageTexts(pdf).join(''));

/** Every text that a verdict must show. */
function printedTexts(record: VerdictRecord): string[] {
  const { unit, candidate, body, leadAssessor, targets, items, sittings, judgements, waivers, warnings, assessors } =
    record;
  return [
    record.documentNumber,
    ...[unit.code, unit.name, unit.sourceSha256, candidate.name, body.name, leadAssessor.name],
    ...[record.reasons, record.feedback, record.nextStep, record.verificationUrl, record.basisHash],
    ...record.gaps.map(({ text }) => text),
    ...assessors.flatMap(({ name, qualification }) => [name, qualification]),
    ...targets.flatMap(({ code, text, evidence }) => [
      code,
      text,
      ...evidence.flatMap(({ method, place }) => [method, place]),
    ]),
    ...items.flatMap(({ title, url, statement, producedOn, files }) => [
      ...[title, url, statement, producedOn],
      ...files.flatMap(({ name, mediaType, sha256 }) => [name, mediaName(mediaType), sha256]),
    ]),
    ...items.flatMap(({ observation: seen }) => [
      ...[seen?.observedBy.name, seen?.place, seen?.present, seen?.context, seen?.notes, seen?.method],
      ...[seen?.signedSha256, ...(seen?.outcomes ?? []).map(({ note }) => note)],
    ]),
    ...items.map(({ observation }) => observation?.task),
    ...items.flatMap(({ report }) => [
      ...[report?.reportedBy.name, report?.reportedBy.post, report?.reportedBy.relation, report?.general],
      ...[report?.signedSha256, ...(report?.answers ?? []).map(({ comment }) => comment)],
    ]),
    ...sittings.flatMap(({ place, note, observers, targets: seen, conclusion }) => [
      ...[place, note, conclusion?.concludedBy.name, conclusion?.notes, conclusion?.contentSha256],
      ...observers.map(({ observedBy }) => observedBy.name),
      ...seen.map(({ reason }) => reason),
    ]),
    ...items.flatMap(
      ({ questioning: put, circumstances: { candidatePart, sighted, supervised, othersDataReason } }) => [
        ...[put?.askedBy.name, put?.place, put?.present, put?.notes, put?.method, put?.signedSha256],
        ...(put?.questions ?? []).flatMap(({ text, answer, note }) => [text, answer, note]),
        ...[candidatePart, sighted?.by.name, supervised?.by.name, othersDataReason],
      ],
    ),
    ...judgements.map(({ reason }) => reason),
    ...waivers.flatMap(({ rule, reason, waivedBy }) => [rule, reason, waivedBy.name]),
    ...warnings.flatMap(({ rule, text }) => [rule, text]),
    ...planTexts(record),
  ].filter((text): text is string => typeof text === 'string');
}

function planTexts({ plan, targets }: VerdictRecord): (string | null)[] {
  if (!plan) return [];
  return [
    ...[plan.madeBy.name, plan.note, plan.contentSha256],
    ...plan.methods.flatMap(({ code, name, reason }) => [code, name, reason]),
    ...plan.contexts.flatMap(({ ref, reason }) => (targets.some((target) => target.ref === ref) ? [reason] : [])),
    ...plan.adjustments.flatMap(({ what, changed }) => [what, changed]),
    ...plan.parts.flatMap(({ assessor, refs }) => [assessor.name, ...refs]),
  ];
}

function missingFrom(pdf: Buffer, record: VerdictRecord): string[] {
  const text = allText(pdf);
  return printedTexts(record).filter((each) => !text.includes(squeeze(each)));
}

/** Signed by whom the record names, and sealed. */
async function issued(pdf: Buffer, { body, leadAssessor, decidedAt }: VerdictRecord) {
  const { signer, seal, authority } = await signingWorld(leadAssessor.name, issuedAt, body);
  const signed = await signPdf(pdf, signer);
  const file = await signPdf(prepareCountersignature(signed, sealing(body, decidedAt)), seal);
  return { file, trust: [authority.root.certificate] };
}

async function attachmentOf(pdf: Buffer, record: VerdictRecord): Promise<string> {
  const { file, trust } = await issued(pdf, record);
  const report = await verifyPdf(file, { trust });
  expect(report.outcome).toBe('valid');
  return Buffer.from(report.attachment!.bytes).toString('utf8');
}

describe('a printed verdict', () => {
  it('shows every text of its record', async () => {
    const record = verdictRecord();
    expect(missingFrom(await renderVerdict(record), record)).toEqual([]);
  });

  it('carries the whole record as canonical JSON', async () => {
    const record = verdictRecord();
    const json = await attachmentOf(await renderVerdict(record), record);
    expect(json).toBe(canonicalJson(record));
    expect(canonicalSha256(JSON.parse(json))).toBe(canonicalSha256(record));
  });

  it('says through which criterion knowledge was demonstrated, and who said so', async () => {
    const record = verdictRecord();
    const said = { throughRef: '1.1', statedBy: record.leadAssessor.id, statedAt: '2026-02-27T02:00:00.000Z' };
    record.targets.push({ ...target('K01', 'knowledge', null, '客戶服務概念', []), through: [said] });
    const text = allText(await renderVerdict(record));
    expect(text).toContain(squeeze(`經由 1.1 展現（${record.leadAssessor.name}認定，2026-02-27 10:00）`));
  });

  it('is the same bytes for the same record', async () => {
    const [first, second] = [await renderVerdict(verdictRecord()), await renderVerdict(verdictRecord())];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await renderVerdict(verdictRecord({ attempt: 2 })))).toBe(false);
  });

  it('bears its number and its page number on every page', async () => {
    const texts = pageTexts(await renderVerdict(verdictRecord()));
    expect(texts.length).toBeGreaterThan(2);
    texts.forEach((text, index) => {
      expect(text).toContain('TS-2026-000042');
      expect(text).toContain(`第 ${index + 1} 頁，共 ${texts.length} 頁`);
    });
  });

  it('declares itself PDF/A-3a and PDF/UA-1 and keeps their rules that can be seen from outside', async () => {
    const pdf = await renderVerdict(verdictRecord());
    const { revisions } = readPdf(pdf);
    const state = stateAfter(revisions);
    const root = revisions[0]!.trailer.get('Root');
    const text = pdf.toString('latin1');
    expect(text).toMatch(/<pdfaid:part>3<[^]*<pdfaid:conformance>A</);
    expect(text).toContain('<pdfuaid:part>1<');
    expect(textOf(entry(state, root, 'Lang'))).toBe('zh-Hant-TW');
    expect(entry(state, root, 'MarkInfo', 'Marked')).toBe(true);
    expect(entry(state, root, 'OutputIntents')).toHaveLength(1);
    expect(entry(state, root, 'AcroForm', 'SigFlags')).toBe(3);
    expect(text).not.toMatch(/NeedAppearances|Helvetica/);
    const dictionaries = [...state.values()].flatMap(({ value }) => (value instanceof Map ? [value] : []));
    const typed = (type: string) => dictionaries.filter((dict) => nameOf(dict.get('Type')) === type);
    expect(typed('Page').every((page) => nameOf(page.get('Tabs')) === 'S')).toBe(true);
    expect(typed('FontDescriptor').every((font) => font.has('FontFile2'))).toBe(true);
    expect(typed('Annot').map((annotation) => annotation.get('F'))).toEqual([132, 132]);
  });

  it('never uses the words reserved to accredited certificates', async () => {
    const locales = ['zh-TW', 'en'] as const;
    for (const locale of locales)
      expect(allText(await renderVerdict(verdictRecord(), { locale }))).not.toMatch(forbidden);
  });

  it('says what the signature is, who issued it, and that nothing is scored', async () => {
    const text = allText(await renderVerdict(verdictRecord()));
    expect(text).toContain('再由「試金石職能評量中心」以機構簽章副署');
    expect(text).toContain('簽署憑證由該機構自設的憑證機構簽發');
    expect(text).toContain('並非許可憑證機構簽發憑證的數位簽章');
    expect(text).toContain('也不計算百分比');
  });

  it('names the edition only of a corrected document', async () => {
    const { unit } = verdictRecord();
    const corrected = verdictRecord({ unit: { ...unit, edition: 2 } });
    expect(allText(await renderVerdict(verdictRecord()))).toMatch(/KMM5R0915v2第2版(?!（)/);
    expect(allText(await renderVerdict(corrected))).toContain('KMM5R0915v2第2版（更正版次2）');
  });

  it('says what the level means', async () => {
    expect(allText(await renderVerdict(verdictRecord()))).toContain('第5級：在複雜的情況中自主工作');
  });

  it('prints what each observation saw, and of a signed record when and by whom it was signed', async () => {
    const record = verdictRecord();
    record.items = record.items.filter(({ form }) => form === 'observation').slice(0, 1);
    const text = allText(await renderVerdict(record));
    for (const expected of [
      '觀察時間Observed2026-01-1509:00至10:30（臺北時間）',
      '1.5有效地推廣客戶服務中心給供應鏈客戶未觀察到當日沒有推廣活動。',
      '2.4建立有效的資料庫維護程序未展現未能說出備份後如何確認可還原。',
      'KA4分析並報告客戶聯繫績效已展現—',
      '簽署2026-02-0111:10（林評量）',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('未聲明');
  });

  it('prints what the candidate was asked and answered, however long, and what was never asked', async () => {
    const record = verdictRecord();
    record.items = record.items.filter(({ form }) => form === 'questioning').slice(0, 1);
    const [first, ...rest] = record.items[0]!.questioning!.questions;
    const long = Array.from({ length: 1200 }, (_, i) => `第${i}步匯入。`).join('\n');
    record.items[0]!.questioning!.questions = [{ ...first!, answer: long, note: '鑫'.repeat(2000) }, ...rest];
    const text = allText(await renderVerdict(record));
    expect([...text.matchAll(/第(\d+)步匯入。/g)].map(([, step]) => Number(step))).toEqual([...Array(1200).keys()]);
    expect(text.match(/鑫/g)).toHaveLength(2000);
    for (const expected of [
      '性質Purpose提問',
      '提問時間Asked2026-01-1614:00至14:40（臺北時間）',
      '談及的證據Talkedabout證據1、5',
      '對應4.1送業務部與財務部。未符合要求書面',
      '系統停機時如何處理？對應2.5—未提問這一年',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('prints what each third party reported, and who they are, but not how to reach them', async () => {
    const record = verdictRecord();
    record.items = record.items.filter(({ form }) => form === 'third_party_report').slice(0, 1);
    const text = allText(await renderVerdict(record));
    for (const expected of [
      '報告人的聯絡方式由訓練機構保存以供查證，不列入本文件。',
      '報告與簽署Reportedandsigned王大明2026-02-0111:10',
      '職稱Post客服中心督導',
      '與受評者關係Relation直屬主管',
      '所述期間Periodspokenof2025年7月1日至2025年12月31日',
      '2.5建立緊急應變計畫以應對資料庫與系統之故障親自見過十一月系統停機時，依應變計畫改以紙本登錄，隔日補入。',
      '4.1辨識與利害關係人權益相關之銷售和服務報告準則不曾見過—',
      'KA2開發和維護行銷資料庫不清楚—',
      '簽署2026-02-0111:10（王大明）',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('未聲明');
  });

  it('says of evidence that nobody signed or declared that it is undeclared', async () => {
    const record = verdictRecord();
    record.items[0]!.declaredAt = record.items[0]!.signedAt = null;
    expect(allText(await renderVerdict(record))).toContain('真實性聲明未聲明');
  });

  it('says how often each method was used, and in words what the settings are', async () => {
    const record = verdictRecord();
    record.targets.push({ ...target('M2', 'method', null, '檢視行銷原則', []), result: null });
    record.targets.push({ ...target('M8', 'method', null, '檢視績效報告', []), result: null });
    const claims = record.targets.flatMap(({ evidence }) => evidence);
    const text = allText(await renderVerdict(record));
    const times = claims.filter(({ method }) => method === 'M2').length;
    expect(times).toBeGreaterThan(0);
    expect(text).toContain(`M2檢視行銷原則未列入計畫${times}M8檢視績效報告未列入計畫0`);
    expect(text).toContain(`另有${claims.filter(({ method }) => method === null).length}項採計的主張未指明方法`);
    expect(text).toContain('訓練機構的第2版設定');
    expect(text).toContain('證據時效：24個月證據分類：預設（');
    expect(text).toContain('日期與時間：Asia/Taipei時區');
  });

  it('names the rules that were checked, and says where there were no warnings and no waivers', async () => {
    const checked = '已檢核的規則Ruleschecked每項主張都已判斷（V2）、每項行為指標都有證據（S1）、X9。未列出的規則';
    const rules = { evaluatedRules: ['V2', 'S1', 'X9'] };
    const some = allText(await renderVerdict(verdictRecord(rules)));
    expect(some).toContain(checked);
    expect(some).not.toMatch(/warnings無/);
    const none = allText(await renderVerdict(verdictRecord({ ...rules, warnings: [], waivers: [] })));
    expect(none).toMatch(/Openwarnings無.{0,20}Waivedwarnings無/);
  });

  it('says of knowledge that was not assessed whether it is a condition by the settings, and only then', async () => {
    const knowledge = target('K01', 'knowledge', null, '客戶服務概念', [1]);
    const record = verdictRecord({ targets: [...verdictRecord().targets, knowledge] });
    expect(allText(await renderVerdict(record))).not.toContain('不代表未通過');
    knowledge.result = 'not_assessed';
    expect(allText(await renderVerdict(record))).toContain('知識與技能缺少證據屬提醒，不是「已具備」的必要條件');
    record.settings.knowledgeAndSkills = 'blocks';
    const blocking = allText(await renderVerdict(record));
    expect(blocking).toContain('每項知識與技能都須證明，才能判定為「已具備」');
    expect(blocking).not.toContain('屬提醒，不是');
  });

  it('bears its signature on the first page where it fits, and else whole on the next', async () => {
    const [first] = pageTexts(await renderVerdict(verdictRecord()));
    expect(first).toContain('簽署  Signature');
    expect(squeeze(first!)).toContain('rootcertificateisimported.');
    const reasons = '十八項行為指標均有可採計的證據。'.repeat(30);
    const pages = pageTexts(await renderVerdict(verdictRecord({ reasons }))).map(squeeze);
    expect(pages[0]).not.toContain('簽署Signature');
    expect(pages[1]).toMatch(/簽署Signature.*rootcertificateisimported\./);
  });

  it('uses the body’s own words for outcomes', async () => {
    const pdf = await renderVerdict(verdictRecord(), {
      look: { ...plainLook, labels: { competent: '通過評量', met: '已達' } },
    });
    expect(allText(pdf)).toContain('通過評量');
    expect(allText(pdf)).not.toContain('已具備');
  });

  it('speaks English first when asked', async () => {
    const text = allText(await renderVerdict(verdictRecord(), { locale: 'en' }));
    expect(text.indexOf('Resultofacompetencyunitassessment')).toBeLessThan(text.indexOf('職能單元評量結果'));
  });

  it('shows gaps, feedback and next step of a negative outcome', async () => {
    const record = verdictRecord({
      outcome: 'not_yet_competent',
      reasons: '部分行為指標尚無證據。',
      gaps: [{ targetRef: '2.4', text: '尚未提出維護程序的執行紀錄' }],
      feedback: '資料庫設計良好。',
      nextStep: '於六十日內補件並安排補評。',
    });
    record.targets[9]!.result = 'not_met';
    record.targets[10]!.result = 'not_assessed';
    const text = allText(await renderVerdict(record));
    for (const expected of [
      '尚未具備',
      '未達成',
      '未評量',
      '尚未提出維護程序的執行紀錄',
      '於六十日內補件並安排補評。',
    ]) {
      expect(text).toContain(expected);
    }
  });
});

describe('printed claims that do not count', () => {
  it('say of which item to which targets they are, and why in words', async () => {
    const record = verdictRecord();
    const [claim] = record.claims;
    const uncounted = { ...claim!, itemNumber: 2, counts: false };
    record.claims = [
      claim!,
      { ...uncounted, targetRef: '1.3', state: 'unjudged', why: ['undeclared', 'unjudged'] },
      { ...uncounted, targetRef: '1.1', state: 'unjudged', why: ['undeclared', 'unjudged'] },
      { ...uncounted, targetRef: 'KA1', why: ['too_old'] },
      { ...uncounted, targetRef: 'KA2', state: 'rejected', why: ['rejected'] },
    ];
    const text = allText(await renderVerdict(record));
    expect(text).toContain('未採計的主張Claimsthatdonotcount');
    expect(text).toContain('證據2→1.1、1.3尚未判斷受評者尚未聲明真實性證據2→KA1接受超過時效');
    expect(text).toContain('證據2→KA2不接受—');
  });

  it('have no table where all of them count', async () => {
    expect(allText(await renderVerdict(verdictRecord()))).not.toContain('未採計');
  });
});

describe('printed judgements', () => {
  const words = { accepted: '接受', rejected: '不接受', more_needed: '需要更多證據' };
  /** Each judgement as a reader takes it from the rows: assessor, evidence, target, answer. */
  const read = (pdf: Buffer): string[] => {
    const section = allText(pdf).split('判斷紀錄Judgements')[1]!;
    const rows = /(?<by>林評量|陳協評)證據|證據(?<item>\d+)→(?<targets>[\w.、]+?)(?<answer>不接受|接受|需要更多證據)/g;
    let by = '';
    return [...section.replace(/(林評量|陳協評)/g, '$1證據').matchAll(rows)].flatMap(({ groups }) => {
      by = groups!.by ?? by;
      return (groups!.targets ?? '')
        .split('、')
        .filter(Boolean)
        .map((code) => [by, groups!.item, code, groups!.answer].join(' '));
    });
  };

  it('are all readable from their groups', async () => {
    const record = verdictRecord();
    record.judgements.forEach((judgement, i) => {
      if (i % 7 === 0) Object.assign(judgement, { result: 'rejected', reason: `理由第 ${i} 號` });
      if (i % 11 === 0) Object.assign(judgement, { result: 'more_needed', reason: '請補充' });
      if (i % 5 === 0) judgement.judgedBy = 'assessor-2';
      if (i % 13 === 0) judgement.supersededBy = 'later';
    });
    const people = new Map(record.assessors.map(({ id, name }) => [id, name]));
    const given = record.judgements.map(({ judgedBy, itemNumber, targetRef, result }) =>
      [people.get(judgedBy), itemNumber, targetRef, words[result]].join(' '),
    );
    const pdf = await renderVerdict(record);
    expect(read(pdf).sort()).toEqual(given.sort());
    expect(missingFrom(pdf, record)).toEqual([]);
  });

  it('of one item that are alike share a row, in document order', async () => {
    const record = verdictRecord();
    record.judgements = ['KA1', '1.3', '1.1'].map((targetRef, i): VerdictJudgement => ({
      ...record.judgements[0]!,
      id: `judgement-${i}`,
      itemNumber: 1,
      targetRef,
    }));
    expect(allText(await renderVerdict(record))).toContain('證據1→1.1、1.3、KA1接受四項規則皆符合');
  });

  it('say which rules held, which did not and which were not considered', async () => {
    const record = verdictRecord();
    const rules = { validity: true, sufficiency: false, authenticity: null, currency: true };
    record.judgements = [{ ...record.judgements[0]!, result: 'more_needed', rules, reason: '請補上月報' }];
    expect(allText(await renderVerdict(record))).toContain(
      '需要更多證據符合：有效性、時效性不符合：充分性未考量：真實性理由：請補上月報',
    );
  });

  it('tell apart targets that share a code', async () => {
    const targets = [1, 2].flatMap((block) => [
      target(`B${block}`, 'block', null, '知識', []),
      target(`K01-${block}`, 'knowledge', `B${block}`, `概念 ${block}`, [block]),
    ]);
    targets.filter(({ type }) => type === 'knowledge').forEach((each) => (each.code = 'K01'));
    const record = verdictRecord({ targets });
    record.judgements = [{ ...record.judgements[0]!, itemNumber: 3, targetRef: 'K01-2' }];
    expect(allText(await renderVerdict(record))).toContain('證據3→K01（B2）接受');
  });
});

describe('a printed plan', () => {
  it('says of each context and method what the plan made of it', async () => {
    const text = allText(await renderVerdict(verdictRecord()));
    expect(text).toContain('CR1組織的行銷策略與客戶服務規定已確認可用');
    expect(text).toContain('CR2客戶資料庫無法提供理由：系統汰換中，以匯出的資料代替');
    expect(text).toContain('X1模擬客訴處理評量者自訂所需證據：「實作示範或觀察紀錄」理由：評量期間沒有真實客訴0');
  });

  it.each([
    [
      'the candidate never acknowledged',
      { acknowledgedAt: null, firstAcknowledgedAt: null },
      '受評者確認Acknowledgedbythecandidate未確認。',
    ],
    [
      'the candidate acknowledged only before it was changed',
      { acknowledgedAt: null },
      '未確認這一版；最早於2026-01-1111:00',
    ],
    ['adjusts nothing', { adjustments: [] }, '調整措施Adjustments無'],
    ['nobody looked whether contexts are there', { contexts: [] }, 'CR2客戶資料庫未確認'],
  ] as const)('says of a plan that %s', async (_, changes, said) => {
    const record = verdictRecord();
    const plan = { ...record.plan!, ...structuredClone(changes) } as VerdictRecord['plan'];
    expect(allText(await renderVerdict({ ...record, plan }))).toContain(said);
  });

  it('says why claims name a method outside the plan', async () => {
    const record = verdictRecord();
    const claims = record.claims.map((claim) => ({ ...claim, method: 'M2', methodReason: '受評者已有成品可看' }));
    const targets = [...record.targets, target('M2', 'method', null, '檢視行銷原則', [])];
    const text = allText(await renderVerdict({ ...record, claims, targets }));
    expect(text).toContain('M2檢視行銷原則未列入計畫理由：受評者已有成品可看');
  });

  it('says that there was no plan', async () => {
    const text = allText(await renderVerdict(verdictRecord({ plan: null })));
    expect(text).toContain('判定時沒有評量計畫。');
    expect(text).not.toContain('未列入計畫');
  });
});

describe('a record out of the ordinary', () => {
  it('keeps characters that the font lacks, in names and in long text', async () => {
    const name = '陳𠮷㐂👩‍🔧葛󠄀ส้ม';
    const record = verdictRecord({ candidate: { id: 'c', name }, reasons: `評語：${name}，\u202eabc\u0007` });
    const pdf = await renderVerdict(record);
    const text = allText(pdf);
    expect(text).toContain(name);
    expect(text).toContain('\u202eabc\u0007');
    expect(text).toContain('𠮷U+20BB7');
    expect(await attachmentOf(pdf, record)).toBe(canonicalJson(record));
  });

  it('keeps apart characters that share a glyph', async () => {
    const reasons = '⼀一 ⼈人 A\u00a0B 臺台';
    expect(pageTexts(await renderVerdict(verdictRecord({ reasons }))).join('')).toContain(reasons);
  });

  it('names the usual media types shortly and the others as they are', async () => {
    const record = verdictRecord();
    record.items[0]!.files[0]!.mediaType = 'application/vnd.example.unknown+xml';
    record.items[1]!.files[0]!.mediaType = 'constructor';
    const pdf = await renderVerdict(record);
    expect(missingFrom(pdf, record)).toEqual([]);
    const text = allText(pdf);
    expect(text).toContain('application/vnd.example.unknown+xml');
    expect(text).toContain('KBconstructor');
    expect(text).toContain('KBPDF');
  });

  it('keeps names of 200 characters', async () => {
    const long = '甲乙丙丁戊己庚辛壬癸'.repeat(20);
    const record = verdictRecord({ candidate: { id: 'c', name: long }, body: { id: 'b', name: `中心${long}` } });
    record.leadAssessor = { ...record.leadAssessor, name: `師${long}` };
    expect(missingFrom(await renderVerdict(record), record)).toEqual([]);
  });

  it('splits a cell taller than a page and loses nothing', async () => {
    const statement = Array.from({ length: 6_000 }, (_, i) => String.fromCharCode(0x4e00 + (i % 3_000))).join('');
    const record = verdictRecord();
    record.items[0]!.statement = statement;
    const pdf = await renderVerdict(record);
    const body = pageTexts(pdf)
      .map((page) => page.replace(/證據 Evidence|[\dA-Za-z\s]/g, ''))
      .join('');
    expect([...statement].filter((character) => !body.includes(character))).toEqual([]);
    expect(pageTexts(pdf).filter((page) => page.includes('編號  No.')).length).toBeGreaterThan(3);
  });

  it('goes on for more than 40 pages with its header on each', async () => {
    const targets = Array.from({ length: 900 }, (_, i) =>
      target(`P${i + 1}`, 'indicator', null, `第 ${i + 1} 項行為指標的內容`, [i, i + 1]),
    );
    const record = verdictRecord({ targets, judgements: [] });
    const pdf = await renderVerdict(record);
    expect(pageTexts(pdf).length).toBeGreaterThan(40);
    expect(missingFrom(pdf, record)).toEqual([]);
  });

  it('may be nearly empty', async () => {
    const record = verdictRecord({
      targets: [],
      items: [],
      judgements: [],
      waivers: [],
      warnings: [],
      assessors: [],
      reasons: null,
      feedback: null,
    });
    record.unit.level = null;
    record.plan = null;
    const texts = pageTexts(await renderVerdict(record));
    expect(texts.length).toBeLessThanOrEqual(2);
    expect(missingFrom(await renderVerdict(record), record)).toEqual([]);
  });

  it('shows an occupational standard with its duties, outputs, indicators and competence blocks', async () => {
    const targets = [
      target('T1', 'duty', null, '與客戶互動', []),
      target('T1.1', 'task', 'T1', '接待客戶', []),
      target('O1.1.1', 'output', 'T1.1', '客戶接待紀錄', [1]),
      target('P1.1.1', 'indicator', 'T1.1', '依程序接待客戶', [1, 2]),
      target('block-1', 'block', null, '與客戶互動所需的知識與技能', []),
      target('K01', 'knowledge', 'block-1', '客戶服務概念', [3]),
      target('S01', 'skill', 'T1.1', '傾聽技巧', [2]),
      target('A01', 'attitude', null, '主動積極：不需他人指示', [4]),
    ];
    const record = verdictRecord({ targets, judgements: [] });
    record.unit = {
      ...record.unit,
      kind: 'occupational_standard',
      code: 'BAS4222-002v2',
      name: '客戶服務助理',
      level: 2,
    };
    const pdf = await renderVerdict(record);
    expect(missingFrom(pdf, record)).toEqual([]);
    expect(allText(pdf)).toContain('職能基準評量結果');
  });

  it('cannot break out of the file or its metadata', async () => {
    const hostile = `)>> endobj /ByteRange [0 0000000000 0000000000 0000000000] /Contents <00> <x:y>&"'\\`;
    const record = verdictRecord({ body: { id: 'b', name: hostile }, candidate: { id: 'c', name: hostile } });
    record.leadAssessor.name = hostile;
    const pdf = await renderVerdict(record);
    expect(await attachmentOf(pdf, record)).toBe(canonicalJson(record));
    const metadata = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(pdf.toString('utf8'))![0];
    expect(metadata).not.toContain('<x:y>');
    expect(metadata).toContain('&#60;x:y&#62;&#38;&#34;');
  });
});

describe('independent tools', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-verdict-'));
  const file = join(folder, 'verdict.pdf');
  beforeAll(async () => {
    const record = verdictRecord();
    writeFileSync(file, (await issued(await renderVerdict(record), record)).file);
  });

  tool('pdfsig')('pdfsig finds both signatures valid and the whole file covered', () => {
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(stdout.match(/Signature is Valid/g)).toHaveLength(2);
    expect(stdout).toContain('Total document signed');
  });

  tool('qpdf')('qpdf finds no fault in the file', () => {
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
  });

  tool('pdftotext')('pdftotext reads every text of the record', () => {
    const text = squeeze(spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).stdout);
    const characters = new Set(printedTexts(verdictRecord()).join('').replace(/\s/g, ''));
    expect([...characters].filter((character) => !text.includes(character))).toEqual([]);
  });
});
