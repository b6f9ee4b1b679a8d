import { seedText, unit } from '../support/icap-seeds.js';
import { type Body, type Part, type Step } from './play.js';

interface Enrolment {
  /** The document's code. */
  to?: string;
  pathway?: 'training' | 'rpl';
  lead?: Part;
  /** Whether the lead declares interests: a conflict, none, or nothing at all. */
  interest?: 'none' | 'conflict' | 'undeclared';
}

/** The officer enrols the candidate, and the lead assessor declares to have no interest in the outcome. */
export function enrol(enrolment: Enrolment = {}): Step {
  const { to = unit, pathway = 'training', lead = 'lead', interest = 'none' } = enrolment;
  return async (play) => {
    const document = await play.ask(play.world.operator.get(`/competency-documents/by-code/${to}`));
    await play.use(document.id);
    const assessment = await play.ask(
      play.who('officer').post(`/training-bodies/${play.world.bodyId}/assessments`, {
        candidateId: play.candidate.id,
        documentId: document.id,
        pathway,
        leadAssessorId: play.who(lead).id,
      }),
    );
    play.assessmentId = assessment.id;
    if (interest !== 'undeclared') await declareInterest(lead, interest)(play);
  };
}

export function declareInterest(who: Part, interest: 'none' | 'conflict' = 'none'): Step {
  const conflict = interest === 'conflict';
  const statement = conflict ? '受評者是我的家人。' : '與受評者無利害關係。';
  return async (play) => {
    await play.ask(play.who(who).post(play.at('/interest-declarations'), { conflict, statement }));
  };
}

/** The officer gives somebody a duty. */
export function assign(who: Part, duty: 'lead_assessor' | 'assessor' | 'verifier'): Step {
  return async (play) => {
    await play.ask(play.who('officer').post(play.at('/assignments'), { userId: play.who(who).id, duty }));
  };
}

/** A second assessor joins who has declared to have no interest in the outcome. */
export const joined: readonly Step[] = [assign('second', 'assessor'), declareInterest('second')];

/** The administrator makes somebody an assessor of the body too. */
export function hire(who: Part): Step {
  return async (play) => {
    const membership = { userId: play.who(who).id, role: 'assessor' };
    await play.ask(play.world.operator.post(`/training-bodies/${play.world.bodyId}/memberships`, membership));
  };
}

interface Planning {
  /** The methods to assess by: all of the document, unless the story says which. */
  methods?: readonly string[];
  adjustments?: readonly { id: string; what: string; changed: string }[];
}

/** The lead assessor makes a plan from what is proposed, with every context at hand. */
export function plan({ methods: chosen, adjustments = [] }: Planning = {}): Step {
  const own = { key: 'X1', name: '工作現場觀察', source: 'own', reason: '職能基準未列評量方法', needsAllOf: [] };
  return async (play) => {
    const proposal: Body = await play.ask(play.who('lead').get(play.at('/plan/proposal')));
    const { basedOnVersion, parts } = proposal;
    const methods = proposal.methods.filter(({ key }: Body) => chosen?.includes(key) ?? true);
    const contexts = proposal.contexts.map(({ ref }: Body) => ({ ref, available: true }));
    const content = { basedOnVersion, methods: methods.length > 0 ? methods : [own], contexts, adjustments, parts };
    play.plan = await play.ask(play.who('lead').post(play.at('/plans'), content));
  };
}

/** The candidate acknowledges the plan and the privacy notice. */
export function acknowledge(): Step {
  return async (play) => {
    const { id, contentSha256 } = play.plan;
    const seen = { contentSha256, privacyNoticeAcknowledged: true };
    await play.ask(play.candidate.post(`/plans/${id}/acknowledgement`, seen));
  };
}

/** The body changes its policy, until the story is over. */
export function setPolicy(changes: Record<string, unknown>): Step {
  return async ({ world, afterwards }) => {
    const before = Object.fromEntries(Object.keys(changes).map((name) => [name, null]));
    afterwards.push(() => world.changeSettings(before));
    await world.changeSettings(changes);
  };
}

/** Days go by, until the story is over. */
export function wait(days: number): Step {
  return ({ world, afterwards }) => {
    afterwards.push(() => world.clock.pass(-days));
    world.clock.pass(days);
    return Promise.resolve();
  };
}

/** The operator imports the next version of the unit, in which these texts are others. */
export function publish(changes: Readonly<Record<string, string>>): Step {
  return async (play) => {
    const source = Object.entries({ [unit]: unit.replace('v2', 'v3'), ...changes }).reduce((text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`the unit does not say ${before}`);
      return text.replaceAll(before, after);
    }, seedText(unit));
    const call = play.world.operator.upload('/competency-documents').attach('file', Buffer.from(source), 'next.txt');
    play.published = await play.ask(call);
  };
}
