import { groupBy } from '../common/group-by.js';
import { isBlank } from '../sufficiency/checks.js';
import { type AfterFacts, type CertificateFact, isOverturned, isValid } from './facts.js';
import { type AfterFound, type AfterRule, foundOf } from './finding.js';

const about = ({ number }: CertificateFact) => ({ params: { number } });

/** The certificates that stand for this candidate and document version, the first issued first. */
function standing({ certificates, candidateId, documentCode }: AfterFacts): CertificateFact[] {
  return certificates
    .filter((one) => isValid(one) && one.candidateId === candidateId && one.documentCode === documentCode)
    .sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : a.issuedAt > b.issuedAt ? 1 : a.number < b.number ? -1 : 1));
}

function checkBasis(facts: AfterFacts): AfterFound[] {
  const { verdict } = facts;
  if (verdict.outcome === 'competent' && !isOverturned(facts)) return [];
  return standing(facts)
    .filter(({ verdictId }) => verdictId === verdict.id)
    .map((one) => foundOf(one.number, 'certificate_without_verdict', 'revoke_certificate', about(one)));
}

function checkNumbers(certificates: readonly CertificateFact[]): AfterFound[] {
  const byNumber = groupBy(certificates, ({ number }) => number.trim());
  return [...byNumber.values()].flatMap(([first, ...again]) =>
    again.length === 0
      ? []
      : [foundOf(first!.number, 'certificate_number_reused', 'renumber_certificate', about(first!))],
  );
}

/**
 * A certificate rests on a competent verdict that stands; there is one for each candidate and document version, a
 * revocation has a reason, and no number is used twice.
 * Source: domain.md P10.
 */
export const p10: AfterRule = {
  id: 'P10',
  severity: 'blocks',
  check: (facts) => [
    ...checkBasis(facts),
    ...standing(facts)
      .slice(1)
      .map((one) => foundOf(one.number, 'certificate_twice', 'revoke_certificate', about(one))),
    ...facts.certificates
      .filter(({ revokedAt, revocationReason }) => revokedAt !== null && isBlank(revocationReason))
      .map((one) => foundOf(one.number, 'revocation_without_reason', 'give_revocation_reason', about(one))),
    ...checkNumbers(facts.certificates),
  ],
  bars: (facts) => {
    const [first] = standing(facts);
    return [
      ...(facts.verdict.outcome === 'competent' ? [] : [foundOf(null, 'verdict_not_competent', 'assess_again')]),
      ...(first ? [foundOf(first.number, 'certificate_exists', 'use_certificate', about(first))] : []),
    ];
  },
};
