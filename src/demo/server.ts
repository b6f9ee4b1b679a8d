import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.setup.js';
import { Config } from '../config.js';
import { FirstStart } from '../first-start.js';

/** A running server, as its clients know it. */
export interface Server {
  address: string;
  /** What the first start shows once. */
  firstSignIn: { email: string; password: string };
  /** How many answers it gave, all of them as expected. */
  answers: number;
}

/** Printed on documents in place of the random port, which nobody could reach afterwards. */
const publicUrl = 'https://touchstone.example';

/** Runs `work` against the real server on a random port, with a database and evidence of its own that vanish at the end. */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-demo-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, remove);
  try {
    const config = new Config({
      DATA_DIR: join(folder, 'data'),
      UPLOADS_DIR: join(folder, 'uploads'),
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'silent',
    });
    const app = await createApp(config);
    try {
      const firstSignIn = (await app.get(FirstStart).run())!;
      await app.listen(0, '127.0.0.1');
      return await work({ address: await app.getUrl(), firstSignIn, answers: 0 });
    } finally {
      await app.close();
    }
  } finally {
    for (const signal of signals) process.off(signal, remove);
    remove();
  }
}
