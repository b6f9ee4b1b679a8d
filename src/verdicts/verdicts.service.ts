import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { access, accessToChange, requireOpen } from '../assessments/access.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { Database } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { newestRevision, registerIssued } from '../preservation/revisions.js';
import { findingView } from '../sufficiency/coverage.view.js';
import { evaluate, type Evaluation } from '../sufficiency/evaluate.js';
import { type FactsOptions } from '../sufficiency/load-facts.js';
import { type Basis, loadBasis } from './basis.js';
import { asksFor, decisionOf, draftOf, refuseUnknownTargets } from './decision.js';
import { Issue } from './issue.js';
import { type Decision } from './record.js';
import { VerdictNotification } from './notification.entity.js';
import { Verdict } from './verdict.entity.js';
import { type DraftVerdict, type GiveVerdict, type PreviewVerdict } from './verdicts.dto.js';
import { type ToldVerdict, type VerdictPreviewView } from './verdicts.view.js';

/** How often a verdict is made anew because something changed while its document was being made. */
const attempts = 3;

/** What the verdict rests on is no longer what it was: the write is undone. */
class BasisChanged extends Error {}

interface Weighed {
  options: FactsOptions;
  basis: Basis;
  evaluation: Evaluation;
}

@Injectable()
export class VerdictsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly issue: Issue,
    private readonly guides: AssessmentGuides,
  ) {}

  /**
   * Gives the verdict, or refuses it with what stands in the way. The document is made outside the write, so inside it
   * the basis is read once more: a verdict never rests on anything but what it shows.
   */
  async decide(
    actor: Actor,
    assessmentId: string,
    input: GiveVerdict,
    locale: Locale,
  ): Promise<ToldVerdict & { created: boolean }> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'decide');
    if (assessment.withdrawnAt) throw new DomainError('assessment_withdrawn');
    const decision = decisionOf(input, input.outcome);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const earlier = await this.db.read.findOneBy(Verdict, { assessmentId });
      if (earlier && asksFor(earlier, actor, input)) return { ...(await this.told(earlier)), created: false };
      if (earlier) throw new DomainError('assessment_decided');
      await this.refuseTakenId(input.id);
      const weighed = await this.weigh(actor, assessmentId, decision);
      refuseUnknownTargets(decision, weighed.basis);
      refuseOpenRules(weighed.evaluation, decision, locale);
      const verdict = await this.issue.make(weighed.basis, weighed.evaluation, decision, input.id);
      if (await this.give(actor, verdict, weighed)) return { ...(await this.told(verdict)), created: true };
      await this.issue.discard(verdict);
    }
    throw new DomainError('busy_changed');
  }

  /** The same checks for both outcomes, with the words written so far; nothing is decided. */
  async preview(
    actor: Actor,
    assessmentId: string,
    input: PreviewVerdict,
    locale: Locale,
  ): Promise<VerdictPreviewView> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'decide');
    requireOpen(assessment);
    const decision = decisionOf(input, 'not_yet_competent');
    const { basis, evaluation } = await this.weigh(actor, assessmentId, decision);
    refuseUnknownTargets(decision, basis);
    const { findings, competentRefused, notYetCompetentRefused } = evaluation;
    const answer = (refused: Evaluation['findings']): VerdictPreviewView['competent'] => ({
      possible: refused.length === 0,
      findings: refused.map((finding) => findingView(finding, locale)),
    });
    const warnings = findings.filter(({ severity }) => severity === 'warns');
    return {
      competent: answer(competentRefused),
      notYetCompetent: answer(notYetCompetentRefused),
      warnings: warnings.map((finding) => findingView(finding, locale)),
    };
  }

  /** The PDF as it would be issued now, also while something still stands in the way of it. Nothing is kept. */
  async previewDocument(actor: Actor, assessmentId: string, input: DraftVerdict): Promise<Buffer> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'decide');
    requireOpen(assessment);
    const decision = decisionOf(input, input.outcome);
    const { basis, evaluation } = await this.weigh(actor, assessmentId, decision);
    refuseUnknownTargets(decision, basis);
    return this.issue.preview(basis, evaluation, decision);
  }

  /** The verdict of an assessment, for whoever may read the assessment. */
  async ofAssessment(actor: Actor, assessmentId: string): Promise<ToldVerdict> {
    await access(this.db.read, actor, assessmentId, 'see_judgements');
    return this.told(await this.kept(await this.db.read.findOneBy(Verdict, { assessmentId })));
  }

  async find(actor: Actor, id: string): Promise<Verdict> {
    const verdict = found(await this.db.read.findOneBy(Verdict, { id }));
    await access(this.db.read, actor, verdict.assessmentId, 'see_judgements');
    return this.kept(verdict);
  }

  /** Of a register entry that was deleted only the hashes are left: whoever may see it is told of the deletion. */
  private async kept(verdict: Verdict | null): Promise<Verdict> {
    if (verdict?.record === '') await refuseDeleted(this.db.read, verdict.assessmentId, 'register');
    return found(verdict);
  }

  private async told(verdict: Verdict): Promise<ToldVerdict> {
    const notification = await this.db.read.findOneBy(VerdictNotification, { verdictId: verdict.id });
    const newest = await newestRevision(this.db.read, verdict.documentNumber);
    return { verdict, notification, newest };
  }

  /** The audit chain is checked as a whole by fsck, not here: its length is not this assessment's (rule P5). */
  private async weigh(actor: Actor, assessmentId: string, decision: Decision): Promise<Weighed> {
    const options = {
      guides: this.guides,
      at: this.clock.instant(),
      deciderId: actor.userId,
      draft: draftOf(decision),
      historyIntact: null,
    };
    const basis = await loadBasis(this.db.read, assessmentId, options);
    return { options, basis, evaluation: evaluate(basis.facts) };
  }

  /** Answers false, with nothing written, if the basis is no longer what the document says. */
  private async give(actor: Actor, verdict: Verdict, { basis, options }: Weighed): Promise<boolean> {
    const { assessmentId: id, decidedAt } = verdict;
    try {
      await this.db.write(async (tx) => {
        if (!isDeepStrictEqual(await loadBasis(tx, id, options), basis)) throw new BasisChanged();
        await accessToChange(tx, actor, id, 'decide');
        await tx.insert(Verdict, verdict);
        const { bodyId } = basis.assessment;
        await registerIssued(tx, verdict, { bodyId, assessmentId: id, at: decidedAt });
        await tx.update(Assessment, { id }, { decidedAt });
        const { id: verdictId, documentNumber, outcome, recordSha256, pdfSha256, signerSha256 } = verdict;
        const data = { verdictId, documentNumber, outcome, recordSha256, pdfSha256, signerSha256 };
        await audit(tx, actor, { at: decidedAt, action: 'verdict.given', subjectId: id, bodyId, data });
      });
      return true;
    } catch (error) {
      if (error instanceof BasisChanged) return false;
      throw error;
    }
  }

  /** An id that was used for another assessment's verdict is no id for this one. */
  private async refuseTakenId(id: string | undefined): Promise<void> {
    if (id && (await this.db.read.existsBy(Verdict, { id }))) throw new DomainError('already_exists');
  }
}

function refuseOpenRules(evaluation: Evaluation, { outcome }: Decision, locale: Locale): void {
  const open = outcome === 'competent' ? evaluation.competentRefused : evaluation.notYetCompetentRefused;
  if (open.length === 0) return;
  const count = new Set(open.map(({ rule }) => rule)).size;
  throw new DomainError('verdict_refused', { count }, { details: open.map((finding) => findingView(finding, locale)) });
}
