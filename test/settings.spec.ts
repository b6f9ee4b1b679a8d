import { DataSource } from 'typeorm';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { verifyChain } from '../src/audit/audit.js';
import { Database } from '../src/database/database.js';
import { RuleSettings1795300003000 } from '../src/database/migrations/0003-rule-settings.js';
import { WaiverWithdrawals1795300026000 } from '../src/database/migrations/0026-waiver-withdrawals.js';
import { defaultClassScheme } from '../src/settings/evidence-class.js';
import { defaultRuleSettings, settingBounds } from '../src/settings/rule-settings.js';
import { settingsAt, settingsHistory } from '../src/settings/settings-at.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let administrator: Persona;
let bodyId: string;
let path: string;

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  db = world.app.get(Database);
});
beforeEach(async () => {
  bodyId = (await world.operator.post('/training-bodies', { name: '設定機構' }).expect(201)).body.id;
  administrator = await world.person('管理者', ['administrator'], bodyId);
  path = `/training-bodies/${bodyId}/rule-settings`;
});
afterAll(() => world.close());

const put = (changes: object, version: number | null, by = administrator) => {
  const call = by.put(path, { reason: '年度檢討', ...changes });
  return version === null ? call : call.set('If-Match', `"${version}"`);
};

describe('the rule settings of a body', () => {
  it('are the defaults, as version 0, until it has set any', async () => {
    const { body, headers } = await administrator.get(path).expect(200);
    expect(body).toEqual({
      bodyId,
      version: 0,
      settings: defaultRuleSettings,
      reason: null,
      changedBy: null,
      changedAt: null,
    });
    expect(headers.etag).toBe('"0"');
    expect((await administrator.get(`${path}/versions`).expect(200)).body).toEqual({ items: [body], next: null });
  });

  it('change in part, keep every version, and say who changed them, when and why', async () => {
    const { body: first } = await put({ currencyWindowMonths: 12 }, 0).expect(200);
    const { body: second } = await put({ knowledgeAndSkills: 'blocks', reason: '主管機關要求' }, 1).expect(200);
    expect(first).toMatchObject({
      version: 1,
      reason: '年度檢討',
      changedBy: { id: administrator.id, name: '管理者' },
    });
    expect(second.settings).toEqual({
      ...defaultRuleSettings,
      currencyWindowMonths: 12,
      knowledgeAndSkills: 'blocks',
    });
    expect((await administrator.get(path).expect(200)).body).toEqual(second);
    const { body: newest } = await administrator.get(`${path}/versions?limit=1`).expect(200);
    expect(newest.items).toEqual([second]);
    const { body: oldest } = await administrator.get(`${path}/versions?limit=1&cursor=${newest.next}`).expect(200);
    expect(oldest.items).toEqual([first]);
    const { body: begun } = await administrator.get(`${path}/versions?limit=1&cursor=${oldest.next}`).expect(200);
    expect(begun).toMatchObject({ items: [{ version: 0, settings: defaultRuleSettings }], next: null });
  });

  it('are told of in the audit log by version and hash, without words', async () => {
    await put({ privacyNotice: '本機構的告知事項' }, 0).expect(200);
    const [entry] = await db.read.findBy(AuditEntry, { action: 'rule_settings.changed', subjectId: bodyId });
    expect(JSON.parse(entry!.data)).toEqual({ version: 1, settingsSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await verifyChain(db.read)).broken).toEqual([]);
  });

  it('are changed only upon the version that was read last', async () => {
    expect((await put({ appealDays: 45 }, null).expect(428)).body.code).toBe('precondition_required');
    await put({ appealDays: 45 }, 0).expect(200);
    expect((await put({ appealDays: 60 }, 0).expect(412)).body.code).toBe('precondition_failed');
    expect((await administrator.get(path).expect(200)).body.settings.appealDays).toBe(45);
  });

  it('make no new version of what is so already, also when the answer was lost', async () => {
    const { body } = await put({ appealDays: 45 }, 0).expect(200);
    expect((await put({ appealDays: 45 }, 0).expect(200)).body).toEqual(body);
    expect((await put({}, 1).expect(200)).body).toEqual(body);
    expect((await administrator.get(`${path}/versions`).expect(200)).body.items).toHaveLength(2);
  });

  it('go back to a default where nothing is given for one', async () => {
    await put({ appealDays: 45, privacyNotice: '自訂' }, 0).expect(200);
    const { body } = await put({ appealDays: null, privacyNotice: '  ' }, 1).expect(200);
    expect(body.settings).toEqual(defaultRuleSettings);
    expect(body.version).toBe(2);
  });

  it('let two administrators write at once without one losing what the other wrote', async () => {
    const answers = await Promise.all([put({ appealDays: 40 }, 0), put({ minimumMethods: 4 }, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('may be read by everybody who is judged by them or judges, and by nobody else', async () => {
    for (const role of ['officer', 'assessor', 'verifier', 'candidate'] as const) {
      const member = await world.person('成員', [role], bodyId);
      await member.get(path).expect(200);
      await member.get(`${path}/versions`).expect(200);
      await put({ appealDays: 45 }, 0, member).expect(403);
    }
    const stranger = await world.person('路人', ['administrator']);
    await stranger.get(path).expect(404);
    await put({ appealDays: 45 }, 0, stranger).expect(404);
    await world.operator.get('/training-bodies/019a0000-0000-7000-8000-000000000000/rule-settings').expect(404);
  });
});

describe('a setting', () => {
  const refused = async (changes: object): Promise<string[]> => {
    const { body } = await put(changes, 0).expect(400);
    return body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`);
  };

  it.each(Object.entries(settingBounds))('%s stays within its bounds', async (name, [from, to]) => {
    expect(await refused({ [name]: from - 1 })).toEqual([`${name} min`]);
    expect(await refused({ [name]: to + 1 })).toEqual([`${name} max`]);
    expect(await refused({ [name]: from + 0.5 })).toEqual([`${name} isInt`]);
    expect(await refused({ [name]: String(from) })).toHaveLength(1);
    const edges = [from, to].filter((value) => value !== defaultRuleSettings[name as keyof typeof settingBounds]);
    for (const [version, value] of edges.entries()) {
      expect((await put({ [name]: value }, version).expect(200)).body.settings[name]).toBe(value);
    }
  });

  it.each([
    ['a reason', { reason: '' }, 'reason isNotEmpty'],
    ['a known severity', { knowledgeAndSkills: 'ignores' }, 'knowledgeAndSkills isIn'],
    ['a readable notice', { privacyNotice: '字'.repeat(8001) }, 'privacyNotice maxLength'],
    ['a known name', { currency: 12 }, 'currency whitelistValidation'],
  ])('needs %s', async (_, changes, fault) => {
    expect(await refused(changes)).toEqual([fault]);
  });

  const without = (name: string, rows: object) =>
    Object.fromEntries(Object.entries(rows).filter(([other]) => other !== name));
  it.each<[string, unknown]>([
    ['lacks a form', without('text', defaultClassScheme)],
    ['lacks a provenance', { ...defaultClassScheme, document: without('candidate', defaultClassScheme.document) }],
    ['knows another form', { ...defaultClassScheme, hologram: defaultClassScheme.document }],
    ['knows another class', { ...defaultClassScheme, text: { ...defaultClassScheme.text, candidate: 'perfect' } }],
    ['has a list for a row', { ...defaultClassScheme, text: [] }],
    ['is a list', Object.values(defaultClassScheme)],
    ['has nothing for a row', { ...defaultClassScheme, text: null }],
    ['has a list for a class', { ...defaultClassScheme, text: { ...defaultClassScheme.text, candidate: ['direct'] } }],
    ['is a word', 'default'],
  ])('that is a scheme of classes is refused where it %s', async (_, classScheme) => {
    expect(await refused({ classScheme })).toEqual(['classScheme isClassScheme']);
  });

  it('that is a whole scheme of classes is taken', async () => {
    const classScheme = { ...defaultClassScheme, audio: { ...defaultClassScheme.audio, candidate: 'supplementary' } };
    expect((await put({ classScheme }, 0).expect(200)).body.settings.classScheme).toEqual(classScheme);
  });
});

describe('the settings in force', () => {
  it('are those of the instant, one change after the other', async () => {
    const instants = [world.clock.instant()];
    for (const [version, appealDays] of [40, 50].entries()) {
      await put({ appealDays }, version).expect(200);
      instants.push(world.clock.instant());
    }
    const history = await settingsHistory(db.read, bodyId);
    for (const [version, at] of instants.entries()) {
      const pinned = await settingsAt(db.read, bodyId, at);
      expect(pinned).toMatchObject({ version, settings: { appealDays: [30, 40, 50][version] } });
      expect(history.at(at)).toEqual(pinned);
    }
  });

  it('before an upgrade become the first version, in force from the beginning', async () => {
    const other = (await world.operator.post('/training-bodies', { name: '沒有設定' }).expect(201)).body.id;
    const source = world.app.get(DataSource);
    const runner = source.createQueryRunner();
    for (const table of ['waiver_withdrawals', 'rule_settings', 'waivers', 'attributions'])
      await runner.query(`DROP TABLE ${table}`);
    if (source.options.type === 'postgres') await runner.query(`DROP FUNCTION waiver_withdrawals_no_delete`);
    await runner.query(`ALTER TABLE training_bodies ADD COLUMN settings text NOT NULL DEFAULT '{}'`);
    await runner.query(`UPDATE training_bodies SET settings = '{"currencyWindowMonths":36}' WHERE id = '${bodyId}'`);
    await new RuleSettings1795300003000().up(runner);
    await new WaiverWithdrawals1795300026000().up(runner);
    await runner.release();

    const { body } = await administrator.get(path).expect(200);
    const { body: training } = await administrator.get(`/training-bodies/${bodyId}`).expect(200);
    expect(body).toMatchObject({ version: 1, changedBy: null, changedAt: training.createdAt });
    expect(body.settings).toEqual({ ...defaultRuleSettings, currencyWindowMonths: 36 });
    expect((await world.operator.get(`/training-bodies/${other}/rule-settings`).expect(200)).body.version).toBe(0);
    expect((await put({ currencyWindowMonths: 48 }, 1).expect(200)).body.version).toBe(2);
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
