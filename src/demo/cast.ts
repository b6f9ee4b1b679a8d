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
  browser: Browser;
}

export interface Cast {
  bodyId: string;
  bodyName: string;
  operator: Player;
  officer: Player;
  assessor: Player;
  verifier: Player;
  candidate: Player;
}

const bodyName = '磐石職能訓練中心';

/** Names the training body and brings everybody in, each with a password of their own. */
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
  const settings = { reason: '依本中心評量作業辦法', evidenceYears: 5 };
  await operator.browser.putUpon<RuleSettingsView>(`/training-bodies/${bodyId}/rule-settings`, settings, 0);
  say(
    `機構命名為「${bodyName}」；證據時效沿用預設的 24 個月，保存期改為 5 年，附上理由存成第 1 版設定。`,
    'The body gets its name; evidence stays current for 24 months, as by default, and is kept for 5 years: version 1 of its settings, with a reason.',
  );

  const invite = async (name: string, address: string, role: Role): Promise<Player> => {
    const person = { name, email: `${address}@example.com`, roles: [role] };
    const added = await operator.browser.post<NewPersonView>(`/training-bodies/${bodyId}/people`, person);
    return enter(server, name, person.email, added.oneTimePassword!);
  };
  const officer = await invite('王怡君', 'officer', 'officer');
  const assessor = await invite('陳志明', 'assessor', 'assessor');
  const verifier = await invite('黃美玲', 'verifier', 'verifier');
  const candidate = await invite('林小美', 'candidate', 'candidate');
  const qualification = {
    userId: assessor.id,
    title: '客戶服務管理職能評量員（內部認可）',
    documentCodes: ['KMM5R0915'],
  };
  const valid = { validFrom: '2024-01-01', validUntil: null };
  await operator.browser.post<QualificationView>(`/training-bodies/${bodyId}/qualifications`, {
    ...qualification,
    ...valid,
  });
  say(
    '加入承辦人王怡君、評量者陳志明（登錄資格）、審查者黃美玲、受評者林小美。',
    'An officer, an assessor with his qualification, a verifier and the candidate, 林小美, join.',
  );
  return { bodyId, bodyName, operator, officer, assessor, verifier, candidate };
}

async function enter(server: Server, name: string, email: string, oneTimePassword: string): Promise<Player> {
  const browser = new Browser(server);
  return { id: await browser.enter(email, oneTimePassword), name, browser };
}
