import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Benchmark } from './benchmark.js';
import { figure } from './figures.js';
import { inside, newInstallation } from './installation.js';
import { interleaved } from './measure.js';
import { bareServer, ourServer, serve } from './processes.js';

/** From being asked to start to the first answer: with everything there already, and the very first time. */
export const start: Benchmark = {
  name: 'start',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    await inside(installation, () => Promise.resolve());
    const times = effort.times(3);
    const started = async (program: string, options: Parameters<typeof serve>[1]): Promise<number> => {
      const server = await serve(program, options);
      await server.stop();
      return server.startedIn;
    };
    let empty = 0;
    const first = (): Promise<number> => {
      const fresh = newInstallation(join(folder, `empty-${(empty += 1)}`));
      return started(ourServer, { env: fresh.env });
    };
    const target = join(folder, 'bare');
    mkdirSync(target, { recursive: true });
    const values = await interleaved(effort.rounds * times, {
      ours: () => started(ourServer, { env: installation.env }),
      first,
      bare: () => started(bareServer, { args: (port) => [String(port), target] }),
    });
    const limit = { of: 'bare server', rounds: values.bare };
    return [
      figure('start to first answer', 'ms', values.ours, limit),
      figure('first start, importing the seeds', 'ms', values.first, limit),
    ];
  },
};
