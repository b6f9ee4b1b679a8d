/** `npm run build`: what `npm start` does before it starts. */
import { abort, ensureBuilt, ensureInstalled } from './lib/ensure.mjs';

await ensureInstalled()
  .then(() => ensureBuilt())
  .catch(abort);
