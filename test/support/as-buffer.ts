import { type Test } from 'supertest';

/** The body of the answer as its bytes, whatever its type says. */
export const asBuffer = (call: Test): Test =>
  call.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
