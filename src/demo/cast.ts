import { type Role } from '../common/actor.js';
import { type NewPersonView, type QualificationView, type TrainingBodyView } from '../people/people.view.js';
import { type RuleSettingsView } from '../settings/rule-settings.view.js';
import { Browser } from './browser.js';
import { type Narrator } from './narrator.js';
import { type Server } from './server.js';

/** One of the people of the story, signed in. */
export interface Player {
  id: string;
  name: string;
  email: string;
  /** Their own, after the one-time password. */
  password: string;
  browser: Browser;
}

const invited = {
  officer: ['王怡君', 'officer'],
  assessor: ['陳志明', 'assessor'],
  colleague: ['李國華', 'assessor'],
  adjudicator: ['周淑芬', 'assessor'],
  verifier: ['黃美玲', 'verifier'],
  lin: ['林小美', 'candidate'],
  zhang: ['張家豪', 'candidate'],
  wu: ['吳佩珊', 'candidate'],
} satisfies Record<string, [name: string, role: Role]>;
type Part = keyof typeof invited;

/** The people by their parts; candidates go by their surnames. */
export type Cast = Record<Part | 'operator', Player> & { server: Server; bodyId: string; bodyName: string };

const bodyName = '磐石職能訓練中心';

/** Names the training body, settles its rules and brings everybody in, each with a password of their own. */
export async function gatherCast(server: Server, { chapter, say }: Narrator): Promise<Cast> {
  chapter('訓練機構與人員', 'The training body and its people');
  const { email, password } = server.firstSignIn;
  const operator = await enter(server, '系統管理者', email, password);
  say(
    '管理者以首次啟動印出的一次性密碼登入，並立刻改掉。',
    'The administrator signs in with the one-time password of the first start, and changes it.',
  );
  const [body] = await operator.browser.get<TrainingBodyView[]>('/training-bodies');
  const bodyId = body!.id;
  await operator.browser.patch<TrainingBodyView>(`/training-bodies/${bodyId}`, { name: bodyName }, body!.revision);
  const settings = { reason: '依本中心評量作業辦法', evidenceYears: 5, invitationDays: 10 };
  await operator.browser.putUpon<RuleSettingsView>(`/training-bodies/${bodyId}/rule-settings`, settings, 0);
  say(
    `機構命名為「${bodyName}」，並訂定第 1 版規則設定：證據保存 5 年、第三方連結 10 天有效，其餘用預設值（時效 24 個月、申覆 30 天）。`,
    `The body is named ${bodyName} and gets version 1 of its rules: evidence is kept for 5 years and a third party’s link lasts 10 days; the rest are defaults (current for 24 months, 30 days to appeal).`,
  );
  const cast = { server, bodyId, bodyName, operator } as Cast;
  for (const [part, [name, role]] of Object.entries(invited) as [Part, [string, Role]][]) {
    cast[part] = await join(cast, name, `${part}@example.com`, role);
    if (role === 'assessor') await qualify(cast, cast[part]);
  }
  say(
    '加入承辦人王怡君、三位登錄資格的評量者（陳志明、李國華、周淑芬）、審查者黃美玲，以及三位受評者：林小美、張家豪、吳佩珊。',
    'An officer, three assessors with their qualifications (陳志明, 李國華, 周淑芬), the verifier 黃美玲 and three candidates join: 林小美, 張家豪 and 吳佩珊.',
  );
  return cast;
}

/** Somebody new comes in, with a password of their own. */
export async function join(
  { server, operator, bodyId }: Pick<Cast, 'server' | 'operator' | 'bodyId'>,
  name: string,
  email: string,
  role: Role,
): Promise<Player> {
  const person = { name, email, roles: [role] };
  const added = await operator.browser.post<NewPersonView>(`/training-bodies/${bodyId}/people`, person);
  return enter(server, name, email, added.oneTimePassword!);
}

async function qualify({ operator, bodyId }: Cast, { id }: Player): Promise<void> {
  await operator.browser.post<QualificationView>(`/training-bodies/${bodyId}/qualifications`, {
    userId: id,
    title: '客戶服務職能評量員',
    documentCodes: ['KMM5R0915', 'BAS4222-002'],
    validFrom: '2024-01-01',
    validUntil: null,
  });
}

async function enter(server: Server, name: string, email: string, oneTimePassword: string): Promise<Player> {
  const browser = new Browser(server);
  const password = `${oneTimePassword}-changed`;
  return { id: await browser.enter(email, oneTimePassword, password), name, email, password, browser };
}
