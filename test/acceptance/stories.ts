import { World } from '../world.js';
import { type Cast, Play, type Step } from './play.js';
import { so, type State } from './state.js';

/** A story of one candidate: what people do, in order, and what is so when it is over. */
export interface Story {
  name: string;
  steps: readonly Step[];
  after: State;
}

/** Plays stories one after another in one training body, each with a candidate of its own. */
export function play(title: string, stories: readonly Story[]): void {
  describe(title, () => {
    let world: World;
    let cast: Cast;
    beforeAll(async () => {
      world = await World.open();
      cast = await castOf(world);
    });
    afterAll(() => world?.close());

    it.each(stories.map((story) => [story.name, story] as const))('%s', async (_, { steps, after }) => {
      const it = new Play(world, cast, await world.person('林小美', ['candidate']));
      try {
        for (const step of [...steps, so(after)]) await step(it);
      } finally {
        for (const putBack of it.afterwards.reverse()) await putBack();
      }
    });
  });
}

async function castOf(world: World): Promise<Cast> {
  const cast = {
    lead: await world.person('陳評量', ['assessor']),
    second: await world.person('李評量', ['assessor']),
    other: await world.person('張評量', ['assessor']),
    verifier: await world.person('吳審查', ['verifier']),
    officer: await world.person('周承辦', ['officer']),
  };
  for (const { id: userId } of [cast.lead, cast.second, cast.other]) {
    const qualification = { userId, title: '職能評量師', validFrom: '2024-01-01' };
    await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, qualification).expect(201);
  }
  return cast;
}
