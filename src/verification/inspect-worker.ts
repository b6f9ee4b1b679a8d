import { parentPort } from 'node:worker_threads';
import { inspect } from './inspect.js';

/** The thread in which files of strangers are looked at. */
parentPort!.on('message', ({ bytes, trust }: { bytes: Uint8Array; trust: string }) => {
  void inspect(bytes, trust).then((inspection) => parentPort!.postMessage(inspection));
});
