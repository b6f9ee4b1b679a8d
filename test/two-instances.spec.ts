import { randomUUID } from 'node:crypto';
import { Caller, newPasswordOf } from './support/caller.js';
import { type Played, playedAssessments } from './support/played-assessments.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';

const onPostgres = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onPostgres('two servers on one database and one evidence folder', () => {
  const installation = new Installation();
  let one: ServerProcess;
  let two: ServerProcess;
  let played: Played;

  beforeAll(async () => {
    await build();
    // Both find an empty database: they migrate, import the seeds and make the first administrator at the same time.
    [one, two] = await Promise.all([installation.start(), installation.start()]);
    const first = one.firstPassword ? one : two;
    played = await playedAssessments(first, 10);
  }, 600_000);
  afterAll(() => installation.close());

  /** The same request at both at once, `times` times each. */
  const atBoth = <T>(who: Caller, times: number, ask: (who: Caller, i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(
      Array.from({ length: times * 2 }, (_, i) => ask(who.elsewhere(i % 2 ? one.url : two.url), Math.floor(i / 2))),
    );

  it('start at once on an empty database with one administrator and each seed once', async () => {
    expect([one.firstPassword, two.firstPassword].filter(Boolean)).toHaveLength(1);
    const { body } = await played.operator.call('GET', '/competency-documents?limit=100');
    const codes = body.items.map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(5);
    expect(codes).toHaveLength(5);
  });

  it('know a session that the other opened, and refuse it as soon as the other ended it', async () => {
    const session = await Caller.signIn(one.url, 'candidate@example.tw');
    expect((await session.elsewhere(two.url).ask('GET', '/me')).body.id).toBe(played.candidate.id);
    await session.call('DELETE', '/session');
    expect((await session.elsewhere(two.url).ask('GET', '/me')).status).toBe(401);
  });

  it('number items without a gap or a collision when both take uploads', async () => {
    const { candidate, assessmentId } = played;
    const answers = await atBoth(candidate, 25, (who, i) => {
      const form = new FormData();
      form.set('title', `同時 ${i}`);
      form.set('files', new Blob([`bytes ${i}`]), 'a.txt');
      return who.ask('POST', `/assessments/${assessmentId}/evidence`, form);
    });
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const numbers = answers.map(({ body }) => body.number).sort((a, b) => a - b);
    expect(numbers).toEqual(answers.map((_, i) => i + 1));
  });

  it('hand out what the other has taken in', async () => {
    const form = new FormData();
    form.set('title', '另一台');
    form.set('files', new Blob(['kept at one']), 'a.txt');
    const at = played.candidate.elsewhere(one.url);
    const { body } = await at.call('POST', `/assessments/${played.assessmentId}/evidence`, form);
    const path = `/evidence/${body.id}/files/${body.files[0].id}/content`;
    expect((await at.elsewhere(two.url).bytes(path)).bytes.toString()).toBe('kept at one');
  });

  it('answer the same item to the same client-made id, wherever it arrives', async () => {
    const id = randomUUID();
    const input = { id, title: '同一件', statement: '只有一件。' };
    const path = `/assessments/${played.assessmentId}/evidence`;
    const answers = await atBoth(played.candidate, 5, (who) => who.ask('POST', path, input));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  it('show in the coverage at once what the other has taken in', async () => {
    const path = `/assessments/${played.assessmentId}`;
    const itemsAt = async (url: string): Promise<number> => {
      const { body } = await played.assessor.elsewhere(url).call('GET', `${path}/coverage`);
      return body.items.length as number;
    };
    const before = await itemsAt(two.url);
    expect(await itemsAt(two.url)).toBe(before);
    const input = { title: '另一臺收件', statement: '這一件由第一臺收下。' };
    await played.candidate.elsewhere(one.url).call('POST', `${path}/evidence`, input);
    expect(await itemsAt(two.url)).toBe(before + 1);
    expect(await itemsAt(one.url)).toBe(before + 1);
  });

  it('give one verdict when both are asked at once', async () => {
    const words = {
      reasons: '證據不足。',
      gaps: [{ text: '尚無證據。' }],
      feedback: '請補件。',
      nextStep: '補件後再評。',
    };
    for (const assessmentId of played.others.slice(0, 5)) {
      const path = `/assessments/${assessmentId}/verdicts`;
      const ask = (who: Caller) => who.ask('POST', path, { outcome: 'not_yet_competent', ...words, id: randomUUID() });
      const answers = await atBoth(played.assessor, 2, ask);
      const given = answers.filter(({ status }) => status === 201);
      expect(given).toHaveLength(1);
      const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
      expect(refused.every((code) => ['assessment_decided', 'busy_changed'].includes(code))).toBe(true);
      const { body } = await played.assessor.elsewhere(two.url).call('GET', `/assessments/${assessmentId}/verdict`);
      expect(body.id).toBe(given[0]!.body.id);
    }
  });

  it('count failed sign-ins together', async () => {
    const guess = (at: string) =>
      fetch(`${at}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'assessor@example.tw', password: 'a wrong guess' }),
      }).then(({ status }) => status);
    const statuses = await Promise.all(Array.from({ length: 10 }, (_, i) => guess(i % 2 ? one.url : two.url)));
    expect(statuses.sort()).toEqual([...Array<number>(5).fill(401), ...Array<number>(5).fill(429)]);
    const right = { email: 'assessor@example.tw', password: newPasswordOf('assessor@example.tw') };
    expect((await played.operator.elsewhere(two.url).ask('POST', '/session', right)).status).toBe(429);
  });

  it('go on when one of them is killed, even in the middle of a write', async () => {
    const { candidate, assessmentId } = played;
    const statement = (who: Caller, i: number) =>
      who
        .ask('POST', `/assessments/${assessmentId}/evidence`, { title: `混亂 ${i}`, statement: '文字' })
        .catch(() => ({ status: 0, body: null }));
    const asked = atBoth(candidate, 40, statement);
    await new Promise((later) => setTimeout(later, 60));
    await installation.kill(one);
    const answers = await asked;
    expect(answers.filter((_, i) => i % 2 === 0).every(({ status }) => status === 201)).toBe(true);
    one = await installation.start();
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('leave one whole audit chain and nothing for fsck to complain of', async () => {
    const { code, stdout } = await installation.command('fsck', '--json');
    expect({ code, problems: JSON.parse(stdout).problems }).toEqual({ code: 0, problems: [] });
  });
});
