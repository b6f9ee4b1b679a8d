import { createHash } from 'node:crypto';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type ZipFile } from 'yauzl';
import { type ArchiveEntry, entryName, manifestName, sumsName, writeArchive } from './archive.js';

const modified = new Date('2026-03-04T05:06:08Z');
const entry = (name: string, content: ArchiveEntry['content']): ArchiveEntry => ({ name, modified, content });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function packed(entries: ArchiveEntry[]): Promise<Buffer> {
  const target = new PassThrough();
  const [bytes] = await Promise.all([buffer(target), writeArchive(target, entries)]);
  return bytes;
}

async function unpacked(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (one: { fileName: string }) => {
      zip.openReadStream(one as never, (error, stream) => {
        if (error) return reject(error);
        void buffer(stream).then((content) => {
          files.set(one.fileName, content.toString());
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return files;
}

describe('an archive', () => {
  it('holds every entry whole, and at its end a manifest with the hash of each', async () => {
    const files = await unpacked(
      await packed([
        entry('證據/一.json', '{"a":1}'),
        entry('空.txt', ''),
        entry('影.bin', Readable.from([Buffer.from('xyz')])),
      ]),
    );
    expect([...files.keys()]).toEqual(['證據/一.json', '空.txt', '影.bin', manifestName]);
    expect(files.get('證據/一.json')).toBe('{"a":1}');
    expect(JSON.parse(files.get(manifestName)!)).toEqual({
      algorithm: 'SHA-256',
      entries: [
        { name: '證據/一.json', size: 7, sha256: sha256('{"a":1}') },
        { name: '空.txt', size: 0, sha256: sha256('') },
        { name: '影.bin', size: 3, sha256: sha256('xyz') },
      ],
    });
  });

  it('says what each entry is, and adds the sums that sha256sum checks, where asked to', async () => {
    const target = new PassThrough();
    const seen: string[] = [];
    const one = {
      ...entry('甲/a.txt', 'a'),
      about: '第一份',
      written: ({ name }: { name: string }) => seen.push(name),
    };
    const [bytes] = await Promise.all([buffer(target), writeArchive(target, [one], { sums: true })]);
    const files = await unpacked(bytes);
    expect([...files.keys()]).toEqual(['甲/a.txt', sumsName, manifestName]);
    expect(files.get(sumsName)).toBe(`${sha256('a')}  甲/a.txt\n`);
    expect(JSON.parse(files.get(manifestName)!).entries).toMatchObject([{ about: '第一份' }, { name: sumsName }]);
    expect(seen).toEqual(['甲/a.txt']);
  });

  it('is the same bytes for the same entries', async () => {
    const one = (): ArchiveEntry[] => [entry('a.json', '{}'), entry('b.bin', Readable.from([Buffer.from('b')]))];
    expect((await packed(one())).equals(await packed(one()))).toBe(true);
  });

  it('gives entries of one name names of their own, and keeps its manifest’s name to itself', async () => {
    const files = await unpacked(await packed([entry('A.txt', '1'), entry('a.txt', '2'), entry('manifest.json', '3')]));
    expect([...files.keys()]).toEqual(['A.txt', 'a (2).txt', 'manifest (2).json', manifestName]);
  });

  it('begins no entry before the one before it was taken', async () => {
    let asked = 0;
    function* many(): Generator<ArchiveEntry> {
      for (; asked < 50; asked += 1) yield entry(`${asked}.bin`, Buffer.alloc(100_000));
    }
    let free: (() => void) | undefined;
    const slow = new Writable({ highWaterMark: 1000, write: (_chunk, _encoding, done) => void (free = done) });
    const writing = writeArchive(slow, many());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(5);
    slow.destroy(new Error('gone'));
    free?.();
    await expect(writing).rejects.toThrow('gone');
    expect(asked).toBeLessThan(5);
  });

  it.each([
    ['an entry’s bytes', () => [entry('a.bin', Readable.from((function* () { yield Buffer.from('half'); throw new Error('broken'); })()))]], // prettier-ignore
    ['the entries themselves', () => (function* () { yield entry('a.txt', 'a'); throw new Error('broken'); })()], // prettier-ignore
  ])('breaks off with its target when %s fail', async (_, entries) => {
    const target = new PassThrough().resume();
    target.on('error', () => undefined);
    await expect(writeArchive(target, entries())).rejects.toThrow('broken');
    expect(target.destroyed).toBe(true);
  });
});

describe('a name in an archive', () => {
  it.each([
    [['..', '..', 'etc/passwd'], '未命名/未命名/etc_passwd'],
    [['C:\\Windows', 'con.txt'], 'C__Windows/_con.txt'],
    [['a\u202Egnp.exe', '報告 . '], 'agnp.exe/報告'],
    [['<b>"x"?*|'], '_b__x____'],
  ])('is safe on every system: %j', (parts, name) => {
    expect(entryName(...parts)).toBe(name);
  });
});
