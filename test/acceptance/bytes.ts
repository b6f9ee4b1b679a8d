import { type Test } from 'supertest';

/** The bytes of what is answered. */
export async function bytesOf(call: Test): Promise<Buffer> {
  const { body } = await call
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return body as Buffer;
}
