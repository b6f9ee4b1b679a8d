import { type Attempt, coverageOf } from '../acting/attempt.js';
import { decide, type Issued, takeHome, tell } from '../acting/deciding.js';
import { evidenceTable } from '../coverage-table.js';
import { expect } from '../expect.js';

const words = {
  reasons:
    '十八項行為指標與五個關鍵面向都有可採計的證據，包含由評量者親自觀察、示範與提問所得的直接證據；成果可追溯到受評者本人的工作。',
  feedback: '資料庫維護與名單品質的做法扎實，值得在團隊內分享；報告可以更早說明對利害關係人的影響。',
  nextStep: '建議接續參加服務設計相關單元。',
};

/** The assessor decides and notifies; the candidate confirms receipt and takes the signed document home. */
export async function conclude(attempt: Attempt): Promise<Issued> {
  const { candidate, lead, narrator } = attempt;
  const { chapter, say, show } = narrator;
  chapter('判定、通知與收執', 'Verdict, notification and receipt');
  const verdict = await decide(attempt, { outcome: 'competent', ...words });
  const { documentNumber, signatureLevel, id } = verdict;
  say(
    `${lead.name}判定「已具備」。文件 ${documentNumber} 已製成 PDF 並簽章（PAdES ${signatureLevel}）。`,
    `陳志明 grants “competent”. Document ${documentNumber} is a PDF now, signed (PAdES ${signatureLevel}).`,
  );
  const coverage = await coverageOf(attempt);
  expect(coverage.totals.required.of === 23 && coverage.gaps.length === 0, 'all 18 criteria and 5 key aspects are met');
  say('每一項由哪些證據支持：', 'Which evidence supports what:');
  show(evidenceTable(coverage));
  const { notifiedOn, appealUntil } = await tell(attempt, verdict);
  say(
    `${notifiedOn} 通知${candidate.name}，申覆至 ${appealUntil}；她確認收到（收執不代表同意），下載 PDF 與紀錄。任何人都能用文件編號查公開登記簿。`,
    `林小美 is notified on ${notifiedOn} and may appeal until ${appealUntil}. She confirms receipt, which is no consent, and downloads the PDF and the record; anybody can look the number up in the public register.`,
  );
  const title = `${candidate.name} KMM5R0915v2 ${narrator.words('已具備', 'competent')}`;
  return takeHome(candidate, `/verdicts/${id}`, verdict, { name: 'verdict', title });
}
