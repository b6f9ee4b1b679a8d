import { type ClaimView } from '../../evidence/evidence.view.js';
import { type Attempt, declareInterests, enrol } from '../acting/attempt.js';
import { daysAgo, handIn, type Piece } from '../acting/handing-in.js';
import { accept, askForMore, claimsIn, judge } from '../acting/judging.js';
import { plan } from '../acting/planning.js';
import { observe } from '../acting/witnessing.js';
import { type Cast, join, type Player } from '../cast.js';
import { portfolio } from '../lin/portfolio.js';
import { unitCode } from '../lin/story.js';
import { type Narrator } from '../narrator.js';
import { portfolio as standardPortfolio } from '../wu/portfolio.js';
import { methods, standardCode } from '../wu/story.js';
import { counter } from '../wu/witnessed.js';

/**
 * Classmates who are in the middle of things, one at each stage on the way to a verdict. Answers the one of whom more
 * was asked.
 */
export async function playClass(cast: Cast, narrator: Narrator): Promise<Player> {
  await qualify(cast, ['BAS2421-003', 'KPS4999-001', 'KPS5294-001']);
  await begin(cast, narrator, ['何欣怡', 'ho'], 'KPS5294-001v2'); // enrolled, without a plan
  await plan(await begin(cast, narrator, ['曾子芸', 'tseng'], 'KPS4999-001v3'), { methods }); // nothing handed in
  await plan(await begin(cast, narrator, ['羅志偉', 'lo'], 'BAS2421-003v2'), { methods });
  await prepare(await begin(cast, narrator, ['劉冠廷', 'liu'])); // planned, nothing handed in
  await waitForJudgement(await prepare(await begin(cast, narrator, ['蔡依珊', 'tsai'])));
  const asked = await prepare(await begin(cast, narrator, ['許哲瑋', 'hsu']));
  await judgeAndAskForMore(asked);
  await observed(await begin(cast, narrator, ['鄭雅文', 'cheng'], standardCode));
  return asked.candidate;
}

async function qualify({ operator, bodyId, assessor }: Cast, documentCodes: string[]): Promise<void> {
  const qualification = { userId: assessor.id, title: '客戶服務職能評量員', documentCodes, validFrom: '2024-01-01' };
  await operator.browser.post(`/training-bodies/${bodyId}/qualifications`, qualification);
}

async function begin(
  cast: Cast,
  narrator: Narrator,
  [name, part]: [name: string, part: string],
  code = unitCode,
): Promise<Attempt> {
  const candidate = await join(cast, name, `${part}@example.com`, 'candidate');
  const enrolment = {
    candidate,
    lead: cast.assessor,
    code,
    pathway: 'training',
    workplace: '晨光家電客服中心',
  } as const;
  const { attempt } = await enrol(cast, narrator, enrolment);
  await declareInterests(attempt, cast.assessor);
  return attempt;
}

async function prepare(attempt: Attempt): Promise<Attempt> {
  await plan(attempt, {});
  return attempt;
}

/** Evidence that the assessor finds in the queue. */
async function waitForJudgement(attempt: Attempt): Promise<void> {
  await handIn(attempt, writtenOnly(await portfolio(attempt.candidate.name, daysAgo)).slice(0, 4));
}

/** Most is accepted; of one item more is asked, by a day that is yet to come. */
async function judgeAndAskForMore(attempt: Attempt): Promise<void> {
  const items = await handIn(attempt, writtenOnly(await portfolio(attempt.candidate.name, daysAgo)));
  const last = [...items.values()].at(-1)!;
  const claims = await claimsIn(attempt);
  const isLast = ({ itemId }: ClaimView): boolean => itemId === last.id;
  await judge(attempt, claims.filter((claim) => !isLast(claim)).map(accept));
  const unclear = claims.filter(isLast);
  await judge(attempt, unclear.map(askForMore('只看到結果，看不出您自己做了哪些步驟。')));
  await attempt.lead.browser.post(`/assessments/${attempt.id}/requests`, {
    targetRefs: [...new Set(unclear.map(({ targetRef }) => targetRef))],
    text: `請補充「${last.title}」的過程紀錄，例如會議紀錄或前後版本，讓我看得出您做了哪些步驟。`,
    dueOn: daysAgo(-14),
  });
}

/** The standard: seen at work once, and the written outputs handed in. */
async function observed(attempt: Attempt): Promise<void> {
  const { candidate, lead } = attempt;
  await plan(attempt, { methods });
  await handIn(attempt, writtenOnly(await standardPortfolio(candidate.name)));
  await observe(attempt, { ...counter(), present: `${candidate.name}、${lead.name}、店長許雅雯` });
  await judge(attempt, (await claimsIn(attempt)).slice(0, 6).map(accept));
}

/** Documents that bear their author's name: the same bytes of two candidates would raise an alarm. */
const writtenOnly = (pieces: readonly Piece[]): Piece[] =>
  pieces.filter(({ files }) => files.length > 0 && files.every(({ name }) => name.endsWith('.pdf')));
