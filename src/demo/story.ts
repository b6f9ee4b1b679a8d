import { type Issued } from './acting/deciding.js';
import { Browser } from './browser.js';
import { type Cast, gatherCast } from './cast.js';
import { certify } from './certifying.js';
import { playLin } from './lin/story.js';
import { type Narrator } from './narrator.js';
import { type Server } from './server.js';
import { verify } from './verifying.js';
import { playWu } from './wu/story.js';
import { playZhang } from './zhang/story.js';

export interface Told {
  cast: Cast;
  documents: Issued[];
  root: Buffer;
  /** Root, revocation lists and what ended, sealed by the body. */
  bundle: Buffer;
}

/** The whole practice, from an empty installation to signed documents. Throws where anything differs from what is told. */
export async function play(server: Server, narrator: Narrator): Promise<Told> {
  const cast = await gatherCast(server, narrator);
  const lin = await playLin(cast, narrator);
  const zhang = await playZhang(cast, narrator);
  const wu = await playWu(cast, narrator);
  await verify(cast, narrator);
  const certificates = await certify(cast, narrator);
  const anybody = new Browser(server);
  const root = await anybody.download(`/training-bodies/${cast.bodyId}/trust/root.pem`);
  const bundle = await anybody.download(`/training-bodies/${cast.bodyId}/trust/bundle`);
  return { cast, documents: [lin, ...zhang, wu, ...certificates], root, bundle };
}
