import { type Sheet } from './sheet.js';
import { drawSignature } from './signature.js';

/** The lead assessor's signature. */
export function drawVerdictSignature(sheet: Sheet): void {
  drawSignature(sheet, {
    field: 'lead_assessor',
    name: sheet.record.leadAssessor.name,
    explained: 'signature_explained',
    reason: 'signature_reason',
  });
}
