import { createHash } from 'node:crypto';
import { pageTexts } from '../support/pdf-text.js';
import { bytesOf } from './bytes.js';
import { type Body, type Play, Refused, type Step } from './play.js';

/** What is so, as the API says it. What is left out is not looked at. */
export interface State {
  /** The rules that stand in the way of `competent`: these and no others. */
  open?: readonly string[];
  /** Rules that find something, among others, whether or not it stands in the way. */
  found?: readonly string[];
  /** Every rule that finds something. */
  finds?: readonly string[];
  /** Rules that warn, among others. */
  warned?: readonly string[];
  /** Rules that find nothing at all. */
  silent?: readonly string[];
  /** Rules whose warnings are all waived. */
  waived?: readonly string[];
  /** Whether any claim of the item counts, by its title. */
  counts?: Readonly<Record<string, boolean>>;
  outcome?: string | null;
  /** Whether the verdict stands. */
  standing?: 'stands' | 'under_appeal' | 'superseded';
  /** Whether a certificate could be issued, or the rules in its way. */
  certificate?: 'possible' | readonly string[];
  /** The attempt before this one. */
  before?: {
    outcome?: string | null;
    standing?: State['standing'];
    /** Whether its document is still, byte for byte, the one that was issued. */
    kept?: boolean;
    /** Whether it was closed without a verdict. */
    withdrawn?: boolean;
  };
  /** What the verdict's document says. */
  printed?: readonly string[];
}

/** Looks at the assessment in the middle of a story, or after it. */
export function so(state: State): Step {
  return async (play) => {
    expect(await found(play, state)).toEqual(state);
  };
}

/** What is so, of as much as is asked. */
async function found(play: Play, asked: State): Promise<State> {
  const coverage = await play.coverage();
  const { findings, warnings, openRules, cells } = coverage;
  const rulesOf = (rows: Body[]) => rows.map(({ rule }) => rule as string);
  const finders = new Set(rulesOf([...findings, ...warnings]));
  const unanswered = new Set(rulesOf(warnings.filter(({ waiver }: Body) => waiver === null)));
  const counting = (title: string): boolean =>
    cells.some(({ item, claims }: Body) => item === play.item(title) && claims.some((one: Body) => one.counts));
  return {
    ...(asked.open && { open: rulesOf(openRules) }),
    ...(asked.found && { found: asked.found.filter((rule) => finders.has(rule)) }),
    ...(asked.finds && { finds: [...finders] }),
    ...(asked.warned && { warned: asked.warned.filter((rule) => unanswered.has(rule)) }),
    ...(asked.silent && { silent: asked.silent.filter((rule) => !finders.has(rule)) }),
    ...(asked.waived && { waived: asked.waived.filter((rule) => finders.has(rule) && !unanswered.has(rule)) }),
    ...(asked.counts && {
      counts: Object.fromEntries(Object.keys(asked.counts).map((title) => [title, counting(title)])),
    }),
    ...(asked.outcome !== undefined && { outcome: await outcomeOf(play, play.assessmentId) }),
    ...(asked.standing && { standing: (await standingOf(play, play.verdict)).standing }),
    ...(asked.certificate && { certificate: certificateOf(await standingOf(play, play.verdict)) }),
    ...(asked.before && { before: await beforeOf(play, asked.before) }),
    ...(asked.printed && { printed: await printedOf(play, asked.printed) }),
  };
}

async function outcomeOf(play: Play, assessmentId: string): Promise<string | null> {
  const answer = await play.candidate.get(`/assessments/${assessmentId}/verdict`);
  return answer.status === 404 ? null : answer.body.outcome;
}

const standingOf = (play: Play, verdict: Body): Promise<Body> =>
  play.ask(play.candidate.get(`/verdicts/${verdict.id}/standing`));

function certificateOf({ certificate }: Body): State['certificate'] {
  if (certificate.possible) return 'possible';
  return [...new Set(certificate.findings.map(({ rule }: Body) => rule as string))] as string[];
}

async function beforeOf(play: Play, asked: NonNullable<State['before']>): Promise<State['before']> {
  const { assessmentId, verdict } = play.earlier.at(-1)!;
  const { withdrawnAt } = await play.ask(play.candidate.get(`/assessments/${assessmentId}`));
  return {
    ...(asked.outcome !== undefined && { outcome: await outcomeOf(play, assessmentId) }),
    ...(asked.standing && { standing: (await standingOf(play, verdict)).standing }),
    ...(asked.kept !== undefined && { kept: await isKept(play, verdict) }),
    ...(asked.withdrawn !== undefined && { withdrawn: withdrawnAt !== null }),
  };
}

async function isKept({ candidate }: Play, { id, pdfSha256 }: Body): Promise<boolean> {
  const document = await bytesOf(candidate.get(`/verdicts/${id}/document`));
  return createHash('sha256').update(document).digest('hex') === pdfSha256;
}

async function printedOf(play: Play, texts: readonly string[]): Promise<string[]> {
  const { id } = await play.ask(play.candidate.get(play.at('/verdict')));
  const document = pageTexts(await bytesOf(play.candidate.get(`/verdicts/${id}/document`))).join('');
  return texts.filter((text) => document.includes(text));
}

/** A step that is refused with this code, for these rules where it names any. */
export function refused(step: Step, code: string, ...rules: string[]): Step {
  return async (play) => {
    const refusal = await step(play).catch((error: unknown) => error);
    if (refusal instanceof Error && !(refusal instanceof Refused)) throw refusal;
    const { body } = (refusal as Refused | undefined)?.answer ?? { body: { code: 'nothing was refused' } };
    const named: Body[] = [body.details ?? []].flat();
    expect({ code: body.code, rules: [...new Set(named.flatMap(({ rule }) => rule ?? []))] }).toEqual({ code, rules });
  };
}
