import { dateIn } from '../common/clock.js';
import { type Qualification } from './qualification.entity.js';

type Terms = Pick<Qualification, 'documentCodes' | 'validFrom' | 'validUntil' | 'revokedAt'>;

/** Whether a qualification covers a document, by its code without version. One without codes covers all. */
export function coversDocument({ documentCodes }: Pick<Terms, 'documentCodes'>, baseCode: string): boolean {
  return documentCodes.length === 0 || documentCodes.includes(baseCode);
}

/** Whether it entitles its holder to assess the document at this instant: its dates are days in Taiwan (rule P1). */
export function qualifies(qualification: Terms, baseCode: string, at: string): boolean {
  const { validFrom, validUntil, revokedAt } = qualification;
  const today = dateIn(at);
  const inForce = validFrom <= today && (validUntil === null || today <= validUntil);
  return coversDocument(qualification, baseCode) && inForce && (revokedAt === null || at < revokedAt);
}
