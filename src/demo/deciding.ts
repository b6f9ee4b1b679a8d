import { sha256 } from '../common/ids.js';
import { type CoverageView } from '../sufficiency/coverage.view.js';
import { type VerificationView } from '../verification/verification.view.js';
import { type VerdictPreviewView, type VerdictView } from '../verdicts/verdicts.view.js';
import { evidenceTable } from './coverage-table.js';
import { UnexpectedAnswer } from './browser.js';
import { type Story } from './story.js';

/** What the candidate can take home. */
export interface Issued {
  pdf: Buffer;
  record: Buffer;
  root: Buffer;
}

const words = {
  reasons:
    '十八項行為指標與五個關鍵面向都有可採計的證據，包含兩次由評量者親自記錄的直接證據；成果可追溯到受評者本人的工作。',
  feedback: '資料庫維護與名單品質的做法扎實，值得在團隊內分享；報告可以更早說明對利害關係人的影響。',
  nextStep: '建議接續參加服務設計相關單元。',
};

/** The assessor decides; the candidate fetches the signed document, and a stranger compares it with the register. */
export async function decide(story: Story): Promise<Issued> {
  const { cast, assessmentId, narrator } = story;
  const { assessor, candidate } = cast;
  narrator.chapter('判定', 'The verdict');
  const preview = await assessor.browser.post<VerdictPreviewView>(
    `/assessments/${assessmentId}/verdict-preview`,
    {},
    200,
  );
  expect(preview.competent.possible, 'nothing stands in the way of “competent”');
  const verdict = await assessor.browser.post<VerdictView>(`/assessments/${assessmentId}/verdicts`, {
    outcome: 'competent',
    ...words,
  });
  narrator.say(
    `${assessor.name}判定「已具備」。文件 ${verdict.documentNumber} 已製成 PDF 並簽章（PAdES ${verdict.signatureLevel}）。`,
    `The assessor grants “competent”. Document ${verdict.documentNumber} is a PDF now, signed (PAdES ${verdict.signatureLevel}).`,
  );
  const coverage = await assessor.browser.get<CoverageView>(`/assessments/${assessmentId}/coverage`);
  expect(coverage.totals.required.of === 23 && coverage.gaps.length === 0, 'all 18 criteria and 5 key aspects are met');
  narrator.say('每一項由哪些證據支持：', 'Which evidence supports what:');
  narrator.show(evidenceTable(coverage));

  const pdf = await candidate.browser.download(`/verdicts/${verdict.id}/document`);
  const record = await candidate.browser.download(`/verdicts/${verdict.id}/record`);
  const root = await candidate.browser.download(`/training-bodies/${cast.bodyId}/trust/root.pem`);
  expect(sha256(pdf) === verdict.pdfSha256, 'the document is the one that was issued');
  expect(sha256(record) === verdict.recordSha256, 'the record is the one that was issued');
  const register = await candidate.browser.look<VerificationView>(`/verify/${verdict.documentNumber}`);
  expect(register.pdfSha256 === verdict.pdfSha256, 'the register knows the document');
  narrator.say(
    `${candidate.name}下載 PDF、紀錄 JSON 與根憑證；任何人都能用文件編號查公開登記簿，比對雜湊值。`,
    'The candidate downloads the PDF, the record and the root certificate; anybody can compare the hash with the public register.',
  );
  return { pdf, record, root };
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new UnexpectedAnswer(`It should be so that ${what}.`);
}
