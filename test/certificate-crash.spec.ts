import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../src/database/database.js';
import { competentVerdicts } from './factories/competent.js';
import { Caller } from './support/caller.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';
import { passwordOf, World } from './world.js';

const count = 40;

describe('a batch of certificates whose server is killed', () => {
  const installation = new Installation();
  const world = new World();
  let server: ServerProcess;
  let officer: Caller;

  beforeAll(async () => {
    await build();
    await world.start({ withoutSeeds: true, env: await installation.env() });
    const { id: leadId } = await world.person('陳評量', ['assessor']);
    const { email } = await world.person('承辦人', ['officer']);
    await competentVerdicts(world.app.get(Database), { bodyId: world.bodyId, leadId, count });
    await world.stop();
    delete (world as Partial<World>).app; // from now on a process of its own serves its rows
    server = await installation.start();
    officer = await Caller.signIn(server.url, email, passwordOf(email));
  }, 600_000);
  afterAll(async () => {
    await installation.close();
    await world.close();
  });

  it('goes on after the restart, and leaves neither a gap nor a number without its document', async () => {
    const { id } = (await officer.call('POST', `/training-bodies/${world.bodyId}/certificate-batches`, {})).body;
    const find = async () => (await officer.call('GET', `/certificate-batches/${id}`)).body;
    const until = async (enough: (issued: number, state: string) => boolean) => {
      let batch = await find();
      for (const end = Date.now() + 60_000; Date.now() < end; batch = await find()) {
        if (enough(batch.progress.issued, batch.state)) break;
        await sleep(5);
      }
      return batch;
    };
    await until((issued) => issued >= 3);
    await installation.kill(server);

    server = await installation.start();
    officer.at = server.url;
    const begun = await find();
    expect(begun.progress.issued).toBeLessThan(count);
    const { progress, state } = await until((_, now) => now === 'done');
    expect({ progress, state }).toEqual({
      progress: { of: count, numbered: count, issued: count, refused: 0 },
      state: 'done',
    });
    const { items } = (await officer.call('GET', `/training-bodies/${world.bodyId}/certificates?limit=200`)).body;
    const serials = items.map(({ number }: { number: string }) => Number(number.slice(5))).reverse();
    expect(serials).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect(items.filter((one: { state: string }) => one.state !== 'issued')).toEqual([]);
  });
});
