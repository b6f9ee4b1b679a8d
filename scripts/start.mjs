/** `npm start`: installs and builds what is missing, then becomes the server, so that signals reach it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { abort, ensureBuilt, ensureInstalled, root } from './lib/ensure.mjs';

await ensureInstalled()
  .then(() => ensureBuilt())
  .catch(abort);
const main = join(root, 'dist/main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
