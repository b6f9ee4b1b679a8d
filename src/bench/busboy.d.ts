/** The little of busboy (multer's own parser) that the bare server uses. */
declare module 'busboy' {
  import { type IncomingHttpHeaders } from 'node:http';
  import { type Readable, type Writable } from 'node:stream';

  interface Parser extends Writable {
    on(event: 'file', listener: (name: string, file: Readable) => void): this;
    on(event: 'close', listener: () => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
  }
  export default function busboy(options: { headers: IncomingHttpHeaders }): Parser;
}
