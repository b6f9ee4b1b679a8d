import { bytesOf } from './bytes.js';
import { pageTexts } from '../support/pdf-text.js';
import { type Body, type Part, type Play, type Step } from './play.js';

/** The candidate is told of the verdict. */
export function notify(by: Part = 'lead'): Step {
  return async (play) => {
    await play.ask(play.who(by).post(`/verdicts/${play.verdict.id}/notification`, { channel: 'in_app' }));
  };
}

/** The candidate confirms that they have the document. */
export function receive(): Step {
  return async (play) => {
    const { id, pdfSha256 } = play.verdict;
    await play.ask(play.candidate.post(`/verdicts/${id}/receipt`, { documentSha256: pdfSha256 }));
  };
}

export function withdraw(by: Part = 'candidate'): Step {
  return async (play) => {
    await play.ask(play.who(by).post(play.at('/withdrawal'), { reason: '個人因素。' }));
  };
}

/** The next attempt opens, with the claims that were accepted. */
export function reassess(lead: Part = 'lead', by: Part = 'officer'): Step {
  return async (play) => {
    const next = { leadAssessorId: play.who(lead).id, carryOver: 'accepted' };
    await goOn(play, await play.ask(play.who(by).post(play.at('/reassessment'), next)));
  };
}

interface Mapping {
  same: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
  added: readonly string[];
}

/** The proposal for the published version says what has become of these targets; it moves nothing. */
export function propose(expected: Partial<Mapping>): Step {
  return async (play) => {
    const { matches, added } = await proposal(play);
    const of = (kind: string): string[] =>
      matches.filter((match: Body) => match.kind === kind).map(({ from }: Body) => from.ref as string);
    const found: Mapping = {
      same: of('same'),
      changed: of('changed'),
      removed: of('removed'),
      added: added.map(({ ref }: Body) => ref as string),
    };
    expect(found).toMatchObject(expected);
    expect(await play.ask(play.candidate.get(`/assessments/${play.assessmentId}`))).toMatchObject({
      withdrawnAt: null,
    });
  };
}

/** The lead assessor goes on under the published version, with every proposed pair but those left out. */
export function move(leaving: readonly string[] = []): Step {
  return async (play) => {
    const { matches } = await proposal(play);
    const pairs = matches.filter(({ from, to }: Body) => to && !leaving.includes(from.ref as string));
    const mapping = pairs.map(({ from, to }: Body) => ({ from: from.ref, to: to.ref }));
    const moving = { documentId: play.published.id, leadAssessorId: play.who('lead').id, mapping };
    await goOn(play, await play.ask(play.who('lead').post(play.at('/transition'), moving)));
  };
}

const proposal = (play: Play): Promise<Body> =>
  play.ask(play.who('lead').get(play.at(`/transition?documentId=${play.published.id}`)));

/** The candidate appeals against the verdict. */
export function appeal(grounds = '第 1 件證據已說明制定策略的過程，請再審查。'): Step {
  return async (play) => {
    play.appeal = await play.ask(play.candidate.post(`/verdicts/${play.verdict.id}/appeal`, { grounds }));
  };
}

/** Somebody who had no part in the verdict decides the appeal, in a signed document of its own. */
export function decideAppeal(outcome: 'upheld' | 'dismissed', by: Part = 'other'): Step {
  return async (play) => {
    const decision = { outcome, reasons: '經複閱證據，理由如文件所載。' };
    play.appeal = await play.ask(play.who(by).post(`/appeals/${play.appeal.id}/decision`, decision));
    const document = await bytesOf(play.candidate.get(`/appeals/${play.appeal.id}/document`));
    expect(pageTexts(document).join('')).toContain(decision.reasons);
  };
}

/** The verifier signs what they found. */
export function verify(finding: string, action: { action?: string; dueOn?: string } = {}): Step {
  return async (play) => {
    const outcome = finding === '' ? 'confirmed' : 'action_required';
    const findings = [{ ruleOfEvidence: 'sufficiency', targetRef: '2.3', text: finding || '判定與證據相符。' }];
    const signed = { findings, outcome, ...action };
    play.verification = await play.ask(play.who('verifier').post(play.at('/verifications'), signed));
  };
}

/** The lead assessor reports the verification's action done. */
export function complete(): Step {
  return async (play) => {
    const path = `/verifications/${play.verification.id}/completion`;
    play.verification = await play.ask(play.who('lead').post(path, { note: '已補充觀察重點。' }));
  };
}

/** Whether the latest verification's action is done. */
export function verificationIs(state: 'open' | 'overdue' | 'done'): Step {
  return async (play) => {
    const { items } = await play.ask(play.who('officer').get(play.at('/verifications')));
    expect(items.map((one: Body) => one.state)).toEqual([state]);
  };
}

async function goOn(play: Play, next: Body): Promise<void> {
  const { assessmentId, verdict } = play;
  play.earlier.push({ assessmentId, verdict });
  play.assessmentId = next.id;
  play.verdict = undefined;
  await play.use(next.document.id);
  // What comes along goes by the same titles.
  const { items } = await play.ask(play.candidate.get(play.at('/evidence')));
  play.items.clear();
  for (const { title, id } of items) play.items.set(title, id);
}
