import { type ReadStream } from 'node:tty';

/** Asks for a secret on the terminal without showing it; null where there is no terminal. Rejects on Ctrl-C. */
export function askSecret(question: string, input: ReadStream = process.stdin): Promise<string | null> {
  if (!input.isTTY) return Promise.resolve(null);
  process.stderr.write(question);
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (): void => {
      input.setRawMode(false).pause();
      input.off('data', take);
      process.stderr.write('\n');
    };
    const take = (chunk: Buffer): void => {
      for (const character of chunk.toString('utf8')) {
        if (character === '\r' || character === '\n') return (end(), resolve(typed));
        if (character === '\u0003') return (end(), reject(new Error('interrupted')));
        typed = character === '\u007f' || character === '\b' ? [...typed].slice(0, -1).join('') : typed + character;
      }
    };
    input.setRawMode(true).resume().on('data', take);
  });
}
