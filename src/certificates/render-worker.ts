import { parentPort } from 'node:worker_threads';
import { renderCertificate } from '../documents/certificate.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { type RenderOptions } from '../documents/document.js';

/** What a thread is asked to draw, and what it answers with. */
export interface ToDraw {
  id: number;
  record: CertificateRecord;
  options: RenderOptions;
}
export interface Drawn {
  id: number;
  pdf?: Uint8Array;
  error?: string;
}

async function draw({ id, record, options }: ToDraw): Promise<Drawn> {
  try {
    return { id, pdf: await renderCertificate(record, options) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (asked: ToDraw) => void draw(asked).then((drawn) => parentPort!.postMessage(drawn)));
