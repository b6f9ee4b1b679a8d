import { renderDocument, type RenderOptions } from './document.js';
import { type VerdictRecord } from './record.js';
import { drawItems } from './verdict-evidence.js';
import { drawGuide } from './verdict-guide.js';
import { drawJudgements } from './verdict-judgements.js';
import { drawObservations } from './verdict-observations.js';
import { drawQuestionings } from './verdict-questionings.js';
import { drawPlan } from './verdict-plan.js';
import { drawProcess } from './verdict-process.js';
import { drawSittings } from './verdict-sittings.js';
import { drawReports } from './verdict-reports.js';
import { drawResults } from './verdict-results.js';
import { drawVerdictSignature } from './verdict-signature.js';
import { drawSummary } from './verdict-summary.js';
import { drawUncounted } from './verdict-uncounted.js';

const parts = [
  drawSummary,
  drawVerdictSignature,
  drawResults,
  drawItems,
  drawObservations,
  drawSittings,
  drawQuestionings,
  drawReports,
  drawPlan,
  drawGuide,
  drawProcess,
  drawUncounted,
  drawJudgements,
];

/** The verdict as PDF with an empty signature field. */
export function renderVerdict(record: VerdictRecord, options?: RenderOptions): Promise<Buffer> {
  const draw = (sheet: Parameters<typeof drawSummary>[0]): void => parts.forEach((part) => part(sheet));
  return renderDocument(record, `title_${record.unit.kind}`, draw, options);
}
