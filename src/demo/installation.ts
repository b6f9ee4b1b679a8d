import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.setup.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { FirstStart } from '../first-start.js';
import { User } from '../people/user.entity.js';
import { playClass } from './class/story.js';
import { narrator } from './narrator.js';
import { play } from './story.js';

interface SignIn {
  /** As whom, in both languages. */
  part: string;
  name: string;
  email: string;
  password: string;
}

/** Who may sign in now, or why nothing was filled in. */
export type Filled = { signIns: SignIn[] } | { refused: 'not_empty' | 'mailing' | 'broken_off' };

/**
 * Fills an installation with the story and a class in the middle of it, by playing both over HTTP before it is served.
 * One in which anybody has an account already, and one that would mail people who do not exist, is left as it is; so is
 * one in which filling broke off: who has an account there nobody was told, so it can only be begun anew.
 */
export async function fillInstallation(env: NodeJS.ProcessEnv): Promise<Filled> {
  if (env.SMTP_URL) return { refused: 'mailing' };
  const config = new Config({ ...env, LOG_LEVEL: 'silent' });
  const begun = join(config.dataDir, 'demo-begun');
  if (existsSync(begun)) return { refused: 'broken_off' };
  const app = await createApp(config);
  try {
    if (await app.get(Database).read.exists(User)) return { refused: 'not_empty' };
    writeFileSync(begun, '');
    const firstSignIn = (await app.get(FirstStart).run())!;
    process.stdout.write('正在準備示範資料，約需一分鐘… Preparing the demo, about a minute…\n');
    await app.listen(0, '127.0.0.1');
    const silent = narrator(() => undefined, 'zh-TW');
    const { cast } = await play({ address: await app.getUrl(), firstSignIn, answers: 0 }, silent);
    const candidate = await playClass(cast, silent);
    rmSync(begun);
    const people = [
      ['評量者 assessor', cast.assessor],
      ['受評者 candidate', candidate],
      ['承辦人員 officer', cast.officer],
      ['系統管理者 operator', { ...cast.operator, email: firstSignIn.email }],
    ] as const;
    return { signIns: people.map(([part, { name, email, password }]) => ({ part, name, email, password })) };
  } finally {
    await app.close();
  }
}

/** What is printed of it. */
export function tellOf(filled: Filled, address: string): string {
  if ('signIns' in filled) {
    const rows = filled.signIns.map(
      ({ part, name, email, password }) => `  ${part}  ${name}\n    ${address}  ${email}  ${password}\n`,
    );
    return `示範資料已備妥，可用以下帳號登入 The demo is ready. Sign in as:\n${rows.join('')}`;
  }
  return refusals[filled.refused];
}

const refusals = {
  mailing:
    '沒有放入示範資料：已設定 SMTP_URL，示範不寄信給不存在的人。 No demo: with SMTP_URL set, people who do not exist would be mailed.\n',
  not_empty:
    '沒有放入示範資料：這個安裝已有帳號，只有全新的安裝可以放入。要另外看示範，請指定新的 DATA_DIR 與 UPLOADS_DIR。\n' +
    'No demo: this installation is not empty. To see it elsewhere, set DATA_DIR and UPLOADS_DIR to new folders.\n',
  broken_off:
    '示範資料上次只放到一半，沒有人能登入。請刪除 DATA_DIR、UPLOADS_DIR 兩個資料夾（用 PostgreSQL 時連同資料庫）再啟動一次。\n' +
    'The demo broke off half-way last time, and nobody can sign in. Delete the folders DATA_DIR and UPLOADS_DIR (with ' +
    'PostgreSQL the database too) and start again.\n',
};
