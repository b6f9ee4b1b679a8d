import { pageView } from '../common/paging.js';
import { type Correction, type CorrectedField } from './correction.entity.js';

export class CorrectionView {
  id: string;
  field: CorrectedField;
  oldValue: string;
  newValue: string;
  reason: string;
  correctedBy: string;
  correctedAt: string;
}

export class CorrectionsPage extends pageView(CorrectionView) {}

export function correctionView(row: Correction): CorrectionView {
  const { id, field, oldValue, newValue, reason, correctedBy, correctedAt } = row;
  return { id, field, oldValue, newValue, reason, correctedBy, correctedAt };
}
