import { randomUUID } from 'node:crypto';
import { Clock } from '../src/common/clock.js';
import { Database } from '../src/database/database.js';
import { LiveNotices } from '../src/notices/live-notices.js';
import { Mailer } from '../src/notices/mailer.js';
import { Notice } from '../src/notices/notice.entity.js';
import { Sender } from '../src/notices/sender.js';
import { DailyDigest } from '../src/reminders/daily-digest.js';
import { isMorning } from '../src/reminders/digest.js';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { countQueries } from './support/count-queries.js';
import { MailServer } from './support/mail-server.js';
import { type Persona, World } from './world.js';

let world: World;
let people: Enrolled;
const server = new MailServer();
const start = '2026-03-02T01:00:00.000Z';

interface Reminder {
  kind: string;
  subjectId: string;
  assessmentId: string | null;
  count: number;
  since: string;
  dueOn: string | null;
  text: string;
}
const reminders = async (who: Persona, locale = 'zh-TW'): Promise<Reminder[]> =>
  (await who.get('/me/reminders').set('Accept-Language', locale).expect(200)).body;
const kinds = async (who: Persona) => (await reminders(who)).map(({ kind }) => kind);
const only = async (who: Persona, kind: string): Promise<Reminder | undefined> =>
  (await reminders(who)).find((reminder) => reminder.kind === kind);

const at = (rest: string) => `/assessments/${people.assessmentId}/${rest}`;
const handIn = async (title = '作品', by = people.candidate): Promise<string> =>
  (await by.post(at('evidence'), { title, statement: '內容', producedOn: '2026-02-01' }).expect(201)).body.id;
const claim = async (itemId: string, targetRef = '1.1'): Promise<string> =>
  (await people.candidate.post(at('claims'), { claims: [{ itemId, targetRef }] }).expect(201)).body[0].id;
const ask = async (dueOn = '2026-03-20'): Promise<string> =>
  (await people.assessor.post(at('requests'), { targetRefs: ['1.1'], text: '請補件', dueOn }).expect(201)).body.id;
const observe = async (id: string = randomUUID()): Promise<string> => {
  const record = { title: '現場觀察', startedAt: '2026-03-01T09:00:00+08:00', place: '門市' };
  const outcomes = [{ ref: '1.1', outcome: 'shown' }];
  await people.assessor.put(at(`observations/${id}`), { ...record, outcomes }).expect(201);
  return id;
};
const qualify = async (userId: string, validUntil: string | null, documentCodes: string[] = []): Promise<string> => {
  const given = { userId, title: '評量師資格', validFrom: '2024-01-01', validUntil, documentCodes };
  return (await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, given).expect(201)).body.id;
};
const revoke = (id: string) =>
  world.operator.post(`/training-bodies/${world.bodyId}/qualifications/${id}/revocation`).expect(204);

const notYet = {
  outcome: 'not_yet_competent',
  reasons: '證據不足。',
  gaps: [{ text: '尚無。' }],
  feedback: '請補件。',
  nextStep: '補評。',
};

beforeAll(async () => {
  await server.start();
  const env = { SMTP_URL: server.url, MAIL_FROM: 'no-reply@touchstone.example.tw' };
  world = await World.open({ env });
});
afterAll(async () => {
  await world?.close();
  await server.stop();
});
beforeEach(async () => {
  world.clock.set(start);
  people = await enrolled(world);
});

describe('what waits for a candidate', () => {
  it('is nothing at first', async () => {
    expect(await reminders(people.candidate)).toEqual([]);
  });

  it('is the latest plan until it is acknowledged, and the next version after that', async () => {
    const planNotices = async () => {
      const where = { kind: 'plan_to_acknowledge', userId: people.candidate.id } as const;
      const notices = await world.app.get(Database).read.find(Notice, { where, order: { id: 'ASC' } });
      return notices.map(({ droppedAt }) => (droppedAt ? 'dropped' : 'waits'));
    };
    const method = { key: 'X1', name: '模擬演練', source: 'own', reason: '現場無法停機', needsAllOf: [] };
    const plan = async (basedOnVersion: number) =>
      (
        await people.assessor
          .post(at('plans'), { basedOnVersion, methods: [method], note: `${basedOnVersion}` })
          .expect(201)
      ).body;
    const first = await plan(0);
    const { body: document } = await world.operator.get(`/competency-documents/${people.documentId}`);
    const [waiting] = await reminders(people.candidate);
    expect(waiting).toMatchObject({
      kind: 'plan_unacknowledged',
      subjectId: first.id,
      assessmentId: people.assessmentId,
    });
    expect(waiting!.text).toContain(`「${document.code} ${document.name}」`);
    const acknowledge = ({ id, contentSha256 }: { id: string; contentSha256: string }) =>
      people.candidate
        .post(`/plans/${id}/acknowledgement`, { contentSha256, privacyNoticeAcknowledged: true })
        .expect(200);
    expect(await planNotices()).toEqual(['waits']);
    await acknowledge(first);
    expect(await planNotices()).toEqual(['dropped']);
    expect(await reminders(people.candidate)).toEqual([]);
    const second = await plan(1);
    expect((await reminders(people.candidate)).map(({ subjectId }) => subjectId)).toEqual([second.id]);
    await acknowledge(second);
    expect(await reminders(people.candidate)).toEqual([]);
  });

  it('is what they have not declared as it now stands, counted together', async () => {
    const [one, two] = [await handIn('一'), await handIn('二')];
    await observe();
    const waiting = await only(people.candidate, 'evidence_undeclared');
    expect(waiting).toMatchObject({ subjectId: people.assessmentId, count: 2, dueOn: null });
    expect(waiting!.text).toMatch(/有 2 件證據，等待您聲明真實性/);
    await people.candidate.post(at('declarations'), { itemIds: [one, two] });
    expect(await only(people.candidate, 'evidence_undeclared')).toBeUndefined();
    const { headers } = await people.candidate.get(`/evidence/${one}`);
    await people.candidate.patch(`/evidence/${one}`, { title: '改過' }).set('If-Match', headers.etag!).expect(200);
    expect(await only(people.candidate, 'evidence_undeclared')).toMatchObject({ count: 1 });
    await people.candidate.post(`/evidence/${one}/withdrawal`, { reason: '誤交' });
    expect(await reminders(people.candidate)).toEqual([]);
  });

  it('is what was asked for, the nearest day first, until it is answered or taken back', async () => {
    const [late, soon] = [await ask('2026-04-20'), await ask('2026-03-10')];
    const waiting = await reminders(people.candidate);
    expect(waiting.map(({ subjectId, dueOn }) => [subjectId, dueOn])).toEqual([
      [soon, '2026-03-10'],
      [late, '2026-04-20'],
    ]);
    expect(waiting[0]!.text).toContain('期限 2026年3月10日');
    const itemId = await handIn();
    await people.candidate.post(at('declarations'), { itemIds: [itemId] });
    await people.candidate.post(`/requests/${soon}/answers`, { itemId }).expect(200);
    await people.assessor.post(`/requests/${late}/withdrawal`, { reason: '不必了' }).expect(200);
    expect(await reminders(people.candidate)).toEqual([]);
  });
});

describe('a verdict', () => {
  const notified = async (): Promise<{ id: string; pdfSha256: string }> => {
    const { body } = await people.assessor.post(at('verdicts'), notYet).expect(201);
    await people.assessor.post(`/verdicts/${body.id}/notification`, { channel: 'in_app' }).expect(201);
    return body;
  };

  it('waits for its receipt, from when the candidate was notified', async () => {
    const { id, pdfSha256 } = await notified();
    const waiting = await only(people.candidate, 'verdict_unreceived');
    expect(waiting).toMatchObject({ subjectId: id, assessmentId: people.assessmentId, count: 1, dueOn: null });
    expect(waiting!.text).toContain('簽收不代表同意');
    expect(await kinds(people.assessor)).toEqual([]);
    await people.candidate.post(`/verdicts/${id}/receipt`, { documentSha256: pdfSha256 }).expect(201);
    expect(await reminders(people.candidate)).toEqual([]);
  });

  it('waits no longer than the window to appeal', async () => {
    await notified();
    world.clock.set('2026-04-01T15:59:00.000Z');
    expect(await kinds(people.candidate)).toEqual(['verdict_unreceived']);
    world.clock.set('2026-04-01T16:00:00.000Z');
    expect(await kinds(people.candidate)).toEqual([]);
  });
});

describe('what waits for an assessor', () => {
  it('is what they asked for and did not get by its last day', async () => {
    const id = await ask('2026-03-03');
    expect(await reminders(people.assessor)).toEqual([]);
    world.clock.set('2026-03-03T16:00:00.000Z');
    const waiting = await only(people.assessor, 'request_overdue');
    expect(waiting).toMatchObject({ subjectId: id, count: 1, dueOn: '2026-03-03' });
    expect(waiting!.text).toContain('您請林小美為「KMM5R0915v2');
    const second = await world.person('李評量', ['assessor']);
    await world.operator.post(at('assignments'), { userId: second.id, duty: 'assessor' }).expect(201);
    expect(await kinds(second)).toEqual(['interest_undeclared']);
    const itemId = await handIn();
    await people.candidate.post(`/requests/${id}/answers`, { itemId }).expect(200);
    expect(await kinds(people.assessor)).toEqual([]);
    await people.candidate.post(`/evidence/${itemId}/withdrawal`, { reason: '誤交' }).expect(200);
    expect(await kinds(people.assessor)).toEqual(['request_overdue']);
    await people.assessor.post(`/requests/${id}/withdrawal`, { reason: '不必了' }).expect(200);
    expect(await kinds(people.assessor)).toEqual([]);
  });

  it('is the claims of an assessment that nobody has judged: how many, and since when', async () => {
    const itemId = await handIn();
    const ids = [await claim(itemId, '1.1'), await claim(itemId, '1.2')];
    const { body: claims } = await people.assessor.get(at('claims')).expect(200);
    const waiting = await only(people.assessor, 'claims_unjudged');
    expect(waiting).toMatchObject({ subjectId: people.assessmentId, count: 2 });
    const list = (claims.items ?? claims) as { id: string; proposedAt: string }[];
    expect(waiting!.since).toBe(list.find(({ id }) => id === ids[0])!.proposedAt);
    expect(waiting!.text).toMatch(/^林小美的「KMM5R0915v2 .*」有 2 項主張，等待您判斷。$/);
    const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
    const judge = (claimId: string, decision: string) =>
      people.assessor
        .post(at('judgements'), { judgements: [{ claimId, decision, rules, reason: '說明' }] })
        .expect(201);
    await judge(ids[0]!, 'more_needed');
    expect(await only(people.assessor, 'claims_unjudged')).toMatchObject({ count: 1 });
    await people.candidate.post(`/claims/${ids[1]}/withdrawal`).expect(200);
    expect(await reminders(people.assessor)).toEqual([]);
  });

  it('is their own record until it is signed, and not another’s', async () => {
    const second = await world.person('李評量', ['assessor']);
    await world.operator.post(at('assignments'), { userId: second.id, duty: 'assessor' }).expect(201);
    const id = await observe();
    expect(await only(people.assessor, 'record_unsigned')).toMatchObject({ subjectId: id });
    expect((await only(people.assessor, 'record_unsigned'))!.text).toContain('「現場觀察」');
    expect(await kinds(second)).toEqual(['interest_undeclared']);
    await people.assessor.post(`/observations/${id}/signature`, {}).expect(200);
    expect(await kinds(people.assessor)).toEqual(['claims_unjudged']);
  });

  it('is the interest they have not declared, and nothing once they assess no more', async () => {
    const second = await world.person('李評量', ['assessor']);
    const verifier = await world.person('審查', ['verifier']);
    const assign = async (userId: string, duty: string): Promise<string> => {
      const { body } = await world.operator.post(at('assignments'), { userId, duty }).expect(201);
      return body.assignments.find(({ person }: { person: { id: string } }) => person.id === userId).id;
    };
    await assign(verifier.id, 'verifier');
    const assignment = await assign(second.id, 'assessor');
    expect(await only(second, 'interest_undeclared')).toMatchObject({ subjectId: people.assessmentId, count: 1 });
    await second.post(at('interest-declarations'), { conflict: false, statement: '無' }).expect(201);
    expect(await reminders(second)).toEqual([]);
    await claim(await handIn());
    expect(await kinds(second)).toEqual(['claims_unjudged']);
    await world.operator.post(at(`assignments/${assignment}/ending`)).expect(204);
    expect(await reminders(second)).toEqual([]);
    expect(await reminders(verifier)).toEqual([]);
  });

  it('is a qualification in its last thirty days, unless another goes on', async () => {
    const assessor = await world.person('將屆滿', ['assessor']);
    const ending = await qualify(assessor.id, '2026-04-01');
    const day = async (instant: string) => {
      world.clock.set(instant);
      return (await reminders(assessor)).map(({ subjectId, dueOn }) => [subjectId, dueOn]);
    };
    expect(await day('2026-03-01T15:59:00.000Z')).toEqual([]);
    expect(await day('2026-03-01T16:00:00.000Z')).toEqual([[ending, '2026-04-01']]);
    expect(await day('2026-04-01T15:59:00.000Z')).toEqual([[ending, '2026-04-01']]);
    expect(await day('2026-04-01T16:00:00.000Z')).toEqual([]);
    world.clock.set(start);
    const elsewhere = await qualify(assessor.id, null, ['BAS4222']);
    expect(await kinds(assessor)).toEqual(['qualification_ending']);
    const next = await qualify(assessor.id, '2027-04-01');
    expect(await reminders(assessor)).toEqual([]);
    await revoke(next);
    expect(await kinds(assessor)).toEqual(['qualification_ending']);
    await revoke(ending);
    await revoke(elsewhere);
    expect(await reminders(assessor)).toEqual([]);
  });
});

describe('reminders', () => {
  it('are gone with the verdict, and in the language asked for', async () => {
    await claim(await handIn());
    await ask();
    const [english] = await reminders(people.assessor, 'en');
    expect(english!.text).toMatch(/^Claims of 林小美 for “KMM5R0915v2 .*” that wait for your judgement: 1\.$/);
    expect(await kinds(people.candidate)).toEqual(['evidence_requested', 'evidence_undeclared']);
    const claims = (await people.assessor.get(at('claims'))).body;
    const rules = { validity: true, sufficiency: false, authenticity: true, currency: true };
    const judgements = ((claims.items ?? claims) as { id: string }[]).map(({ id: claimId }) => {
      return { claimId, decision: 'rejected', rules, reason: '不足' };
    });
    await people.assessor.post(at('judgements'), { judgements }).expect(201);
    await people.assessor.post(at('verdicts'), notYet).expect(201);
    const closed = ['evidence_requested', 'evidence_undeclared', 'claims_unjudged'];
    const left = [...(await kinds(people.candidate)), ...(await kinds(people.assessor))];
    expect(left.filter((kind) => closed.includes(kind))).toEqual([]);
  });

  it('are gone when the candidate leaves', async () => {
    await claim(await handIn());
    await people.candidate.post(at('withdrawal'), { reason: '離職' }).expect(200);
    expect([...(await reminders(people.candidate)), ...(await reminders(people.assessor))]).toEqual([]);
  });

  it('take the same few queries however much waits', async () => {
    const itemId = await handIn();
    await claim(itemId);
    await observe();
    const both = () => Promise.all([reminders(people.candidate), reminders(people.assessor)]);
    const few = await countQueries(world, both);
    for (let i = 0; i < 5; i += 1) {
      await claim(await handIn(`第 ${i} 件`), '1.2');
      await observe();
      await ask();
    }
    expect(await countQueries(world, both)).toBe(few);
    expect(few).toBeLessThan(40);
  });
});

describe('the morning’s mail', () => {
  const digest = () => world.app.get(DailyDigest).run();
  const send = () => world.app.get(Sender).sendDue();
  const written = (who: Persona) =>
    world.app.get(Database).read.find(Notice, { where: { kind: 'reminder', userId: who.id }, order: { id: 'ASC' } });
  const subjects = (who: Persona) => server.to(who.email).map(({ headers }) => headers.get('subject'));
  let day = 10;
  /** Each test has a day of its own: in one morning the server writes once. */
  const clockAt = (time: string, days = 0) => world.clock.set(`2026-05-${day + days}T${time}:00.000+08:00`);
  beforeEach(() => {
    day += 3;
    server.received.length = 0;
  });

  it('goes once to who has something to do, counts it, and names nobody', async () => {
    await claim(await handIn());
    clockAt('08:00');
    await digest();
    await digest();
    await send();
    const [mail, ...more] = server.to(people.assessor.email);
    expect(more).toEqual([]);
    expect(mail!.headers.get('subject')).toMatch(/待辦事項提醒$/);
    expect(mail!.text).toContain('・待判斷的主張：1 項（最早的自 2026年3月2日 起）');
    expect(mail!.raw + mail!.text).not.toMatch(/林小美|KMM5R0915/);
    expect(subjects(people.candidate)).toHaveLength(1);
    expect(server.to(world.operator.email)).toEqual([]);
    clockAt('08:00', 1);
    await digest();
    await send();
    expect(subjects(people.assessor)).toHaveLength(2);
    expect((await written(people.assessor))[0]!.params).toMatchObject({
      lines: [{ kind: 'claims_unjudged', count: 1 }],
    });
  });

  it('is written once although two instances write it', async () => {
    await handIn();
    clockAt('09:00');
    const { app } = world;
    const another = new DailyDigest(app.get(Database), app.get(Clock), app.get(Mailer), app.get(LiveNotices));
    await Promise.all([digest(), another.run()]);
    expect(await written(people.candidate)).toHaveLength(1);
  });

  it('is not sent when nothing waits any more, and says what waits when it is sent', async () => {
    const itemId = await handIn();
    clockAt('09:00');
    await digest();
    await people.candidate.post(at('declarations'), { itemIds: [itemId] });
    await send();
    expect(subjects(people.candidate)).toEqual([]);
    expect(await written(people.candidate)).toMatchObject([{ sentAt: null, droppedAt: expect.any(String) }]);
    await people.candidate.patch('/me', { locale: 'en' }).expect(200);
    await handIn('又一件');
    clockAt('09:00', 1);
    await digest();
    await handIn('再一件');
    await send();
    expect(server.to(people.candidate.email)[0]!.text).toContain('Items of evidence to declare authentic: 2');
  });

  it('waits for the morning, and is not sent a day late', async () => {
    await handIn();
    for (const time of ['07:59', '12:00', '23:00']) {
      clockAt(time);
      await digest();
    }
    expect(await written(people.candidate)).toEqual([]);
    expect(isMorning('2026-05-01T00:00:00.000Z')).toBe(true);
    expect(isMorning('2026-05-01T03:59:59.999Z')).toBe(true);
    clockAt('08:30', 1);
    await digest();
    clockAt('08:30', 2);
    await send();
    expect(subjects(people.candidate)).toEqual([]);
    expect(await written(people.candidate)).toMatchObject([{ sentAt: null, droppedAt: expect.any(String) }]);
  });

  it('is forgotten after a month', async () => {
    await handIn();
    clockAt('08:30');
    await digest();
    await send();
    expect(await written(people.candidate)).toHaveLength(1);
    world.clock.set('2026-08-01T08:30:00.000+08:00');
    await digest();
    expect((await written(people.candidate)).map(({ createdAt }) => createdAt.slice(0, 7))).toEqual(['2026-08']);
  });
});
