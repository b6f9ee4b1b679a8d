import { type Assessment } from '../assessments/assessment.entity.js';
import { dateIn } from '../common/clock.js';
import { found } from '../common/errors.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Tx } from '../database/database.js';
import { notify } from '../notices/notify.js';
import { User } from '../people/user.entity.js';
import { type Invitation } from './invitation.entity.js';

/**
 * The letter with the link, the only place where the secret is written down: behind a `#`, which browsers keep to
 * themselves, so that no log on the way has it.
 */
export async function sendLink(
  tx: Tx,
  { bodyId, candidateId, documentId }: Assessment,
  invitation: Invitation,
  secret: string,
  at: string,
): Promise<void> {
  const { id, name, email, locale, message, expiresAt } = invitation;
  const select = { id: true, code: true, name: true } as const;
  const document = found(await tx.findOne(CompetencyDocument, { where: { id: documentId }, select }));
  const candidate = found(await tx.findOne(User, { where: { id: candidateId }, select: { id: true, name: true } }));
  await notify(tx, {
    kind: 'third_party_invitation',
    to: { email, name, locale },
    bodyId,
    params: {
      candidate: candidate.name,
      document: `${document.code} ${document.name}`,
      until: dateIn(expiresAt),
      message: message || null,
    },
    link: `/third-party#${secret}`,
    aboutId: candidateId,
    causeId: id,
    at,
    expiresAt,
  });
}
