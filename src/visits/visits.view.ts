import { type Locale } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { tell } from '../i18n/tell.js';
import { type VisitRule, visitText } from '../i18n/visits.js';
import { type ListedSittingView, listedSittingView } from '../observations/sittings.view.js';
import { type EvidenceForm } from '../settings/evidence-class.js';
import { type EntitlementFault } from '../sufficiency/entitlement.js';
import { type TargetType } from '../sufficiency/facts.js';
import { type Need } from './needs.js';
import { type VisitTarget } from './plan.js';
import { type VisitedAssessment, type WholeVisitPlan } from './visits.service.js';

/** Which rule witnessing it serves, and how. */
export class VisitReasonView {
  rule: VisitRule;
  title: string;
  text: string;
}

export class VisitCandidateView {
  assessmentId: string;
  candidate: { id: string; name: string };
  why: VisitReasonView[];
  /** Ids of my unsigned records that say so already: sign them before observing again. */
  records: string[];
}

/** One thing to witness. A situation that shows it may serve all of these candidates at once. */
export class VisitTargetView {
  documentId: string;
  ref: string;
  code: string;
  type: TargetType;
  text: string;
  candidates: VisitCandidateView[];
}

/** What a visit would mend, but what was handed in will too once it counts. */
export class VisitWaitingView extends VisitReasonView {
  /** Any one of them. */
  refs: string[];
  items: { id: string; number: number; title: string }[];
  /** What there is to do instead. */
  instead: string;
}

/** A record of mine that I have not signed yet. */
export class VisitRecordView {
  id: string;
  number: number;
  title: string;
  form: EvidenceForm;
  /** Refs of what it says was shown or answered. */
  refs: string[];
}

export class VisitAssessmentView {
  id: string;
  candidate: { id: string; name: string };
  documentId: string;
  /** Refs of what to witness, in the order of the visit; empty when nothing is left to witness. */
  targets: string[];
  /** False where fewer targets might do, because looking for them would have taken too long. */
  smallest: boolean;
  waiting: VisitWaitingView[];
  records: VisitRecordView[];
  /** Why what I record on that day would not count (rule P1); null when nothing speaks against it. */
  fault: EntitlementFault | null;
  faultText: string | null;
}

/** What to witness on a visit: for each candidate the fewest targets that serve every rule that asks for it. */
export class VisitPlanView {
  bodyId: string;
  workplace: string;
  day: string;
  documents: { id: string; code: string; edition: number; name: string }[];
  /** What serves most candidates first. */
  targets: VisitTargetView[];
  assessments: VisitAssessmentView[];
  /** What several watch together there and is not concluded: what is recorded of it says so. */
  sittings: ListedSittingView[];
  /** Whether there are more assessments at the workplace than one plan takes. */
  more: boolean;
  /** Ask with it as `after` for those that this plan does not take. */
  next: string | null;
}

export function visitPlanView(whole: WholeVisitPlan, locale: Locale): VisitPlanView {
  const { bodyId, workplace, day, documents, plan, assessments, sittings, next } = whole;
  const byId = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  return {
    bodyId,
    workplace,
    day,
    documents,
    targets: plan.targets.map((target) => targetView(target, byId, locale)),
    assessments: assessments.map((assessment) => assessmentView(assessment, whole, locale)),
    sittings: sittings.map(listedSittingView),
    more: next !== null,
    next,
  };
}

function targetView(
  { documentId, ref, serves }: VisitTarget,
  byId: ReadonlyMap<string, VisitedAssessment>,
  locale: Locale,
): VisitTargetView {
  const { code, type, text } = byId.get(serves[0]!.assessmentId)!.evaluation.view.targets.get(ref)!;
  const candidates = serves.map(({ assessmentId, needs }) => {
    const { candidate, records } = byId.get(assessmentId)!;
    const why = needs.map((need) => reasonView(need, locale));
    const own = records.filter(({ refs }) => refs.includes(ref)).map(({ id }) => id);
    return { assessmentId, candidate, why, records: own };
  });
  return { documentId, ref, code, type, text, candidates };
}

function assessmentView(
  { id, candidate, documentId, waiting, records, fault, evaluation }: VisitedAssessment,
  { plan, day, actorName }: WholeVisitPlan,
  locale: Locale,
): VisitAssessmentView {
  const served = plan.targets.filter(({ serves }) => serves.some(({ assessmentId }) => assessmentId === id));
  const titles = new Map([...evaluation.view.items].map(([itemId, { item }]) => [itemId, item]));
  return {
    id,
    candidate,
    documentId,
    targets: served.map(({ ref }) => ref),
    smallest: !plan.inexact.includes(id),
    waiting: waiting.map((need) => {
      const items = [...new Set(need.waiting.map(({ claim }) => claim.itemId))].map((itemId) => titles.get(itemId)!);
      const instead = visitText('waiting', { numbers: items.map(({ number }) => number) }, locale);
      const named = items.map(({ id: itemId, number, title }) => ({ id: itemId, number, title }));
      return { ...reasonView(need, locale), refs: [...need.refs], items: named, instead };
    }),
    records: records.map(({ id: itemId, number, title, form, refs }) => ({
      id: itemId,
      number,
      title,
      form,
      refs: [...refs],
    })),
    fault,
    faultText: fault && tell(ruleTexts[locale][`problem.decider_${fault}`], { name: actorName, date: day }, locale),
  };
}

function reasonView({ rule, params }: Need, locale: Locale): VisitReasonView {
  return { rule, title: ruleTexts[locale][`title.${rule}`], text: visitText(rule, params, locale) };
}
