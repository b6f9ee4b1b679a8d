import { isBlank } from '../sufficiency/checks.js';
import { dayIn } from '../sufficiency/dates.js';
import { type AfterFacts, type AppealFact, isOpen, isOverturned, isValid, tookPart } from './facts.js';
import { type AfterFound, type AfterRule, foundOf } from './finding.js';

const warns = 'warns' as const;

function checkWindow({ notification, zone }: AfterFacts, appeal: AppealFact): AfterFound[] {
  const filedOn = dayIn(zone, appeal.filedAt);
  const settled = appeal.withdrawnAt !== null || appeal.decision?.outcome === 'dismissed';
  if (notification === null || filedOn === null || filedOn <= notification.appealUntil || settled) return [];
  const params = { filedOn, appealUntil: notification.appealUntil };
  return [foundOf(appeal.id, 'appeal_late', 'dismiss_late_appeal', { params, severity: warns })];
}

function checkDecision(facts: AfterFacts, { id, filedBy, decision }: AppealFact): AfterFound[] {
  if (decision === null) return [];
  const involved = decision.by === filedBy || tookPart(facts, decision.by);
  return [
    ...(involved ? [foundOf(id, 'appeal_decided_by_involved', 'decide_appeal_by_other')] : []),
    ...(isBlank(decision.reasons) ? [foundOf(id, 'appeal_without_reasons', 'give_appeal_reasons')] : []),
  ];
}

/** An appeal that was open from the one moment until before the other. */
function wasOpenAt(moment: string, { filedAt, withdrawnAt, decision }: AppealFact): boolean {
  const end = decision?.at ?? withdrawnAt;
  return filedAt <= moment && (end === null || moment < end);
}

function checkCertificates({ appeals, certificates, verdict }: AfterFacts): AfterFound[] {
  return certificates
    .filter((one) => one.verdictId === verdict.id && isValid(one))
    .filter(({ issuedAt }) => appeals.some((appeal) => wasOpenAt(issuedAt, appeal)))
    .map(({ number }) => foundOf(number, 'certificate_during_appeal', 'revoke_certificate', { params: { number } }));
}

/**
 * A verdict is notified; an appeal is filed within the window from then, and decided by somebody who neither assessed,
 * decided nor filed. While one is open no certificate is issued, nor after one is upheld.
 * Source: domain.md P7.
 */
export const p7: AfterRule = {
  id: 'P7',
  severity: 'blocks',
  check: (facts) => [
    ...(facts.notification ? [] : [foundOf(null, 'verdict_not_notified', 'notify_verdict', { severity: warns })]),
    ...facts.appeals.flatMap((appeal) => [
      ...(isOpen(appeal) ? [foundOf(appeal.id, 'appeal_open', 'decide_appeal')] : []),
      ...checkWindow(facts, appeal),
      ...checkDecision(facts, appeal),
    ]),
    ...checkCertificates(facts),
  ],
  bars: (facts) => (isOverturned(facts) ? [foundOf(null, 'appeal_upheld', 'assess_again')] : []),
};
