import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Test } from 'supertest';

/** The body of the answer as its bytes, whatever its type says. */
export const asBuffer = (call: Test): Test =>
  call.buffer(true).parse((answer, done) => {
    void buffer(answer as unknown as Readable).then((bytes) => done(null, bytes), done);
  });
