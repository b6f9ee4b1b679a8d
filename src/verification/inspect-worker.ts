import { parentPort } from 'node:worker_threads';
import { inspect, type Trusted } from './inspect.js';

/** The thread in which files of strangers are looked at. */
parentPort!.on('message', ({ bytes, trust }: { bytes: Uint8Array; trust: Trusted }) => {
  void inspect(bytes, trust).then((inspection) => parentPort!.postMessage(inspection));
});
