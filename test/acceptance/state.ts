import { pageTexts } from '../support/pdf-text.js';
import { type Body, type Play, Refused, type Step } from './play.js';

/** What is so, as the API says it. What is left out is not looked at. */
export interface State {
  /** The rules that stand in the way of `competent`: these and no others. */
  open?: readonly string[];
  /** Rules that find something, whether or not it stands in the way. */
  found?: readonly string[];
  /** Rules that warn, among others. */
  warned?: readonly string[];
  /** Rules that find nothing at all. */
  silent?: readonly string[];
  /** Rules whose warnings are all waived. */
  waived?: readonly string[];
  /** Whether any claim of the item counts, by its title. */
  counts?: Readonly<Record<string, boolean>>;
  outcome?: string | null;
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
    ...(asked.warned && { warned: asked.warned.filter((rule) => unanswered.has(rule)) }),
    ...(asked.silent && { silent: asked.silent.filter((rule) => !finders.has(rule)) }),
    ...(asked.waived && { waived: asked.waived.filter((rule) => finders.has(rule) && !unanswered.has(rule)) }),
    ...(asked.counts && {
      counts: Object.fromEntries(Object.keys(asked.counts).map((title) => [title, counting(title)])),
    }),
    ...(asked.outcome !== undefined && { outcome: await outcomeOf(play) }),
    ...(asked.printed && { printed: await printedOf(play, asked.printed) }),
  };
}

async function outcomeOf(play: Play): Promise<string | null> {
  const answer = await play.candidate.get(play.at('/verdict'));
  return answer.status === 404 ? null : answer.body.outcome;
}

async function printedOf(play: Play, texts: readonly string[]): Promise<string[]> {
  const { id } = await play.ask(play.candidate.get(play.at('/verdict')));
  const { body } = await play.candidate
    .get(`/verdicts/${id}/document`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  const document = pageTexts(body).join('');
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
