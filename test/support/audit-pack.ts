import { createHash } from 'node:crypto';
import { unzip } from './unzip.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Manifest {
  entries: { name: string; size: number; sha256: string; about?: string }[];
}

/** The files of a pack, once its own manifest and sums have been held against every one of them. */
export async function openPack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = await unzip(bytes);
  const { entries } = JSON.parse(files.get('manifest.json')!.toString()) as Manifest;
  const written = [...files].filter(([name]) => name !== 'manifest.json');
  const found = written.map(([name, content]) => ({ name, size: content.length, sha256: sha256(content) }));
  expect(entries.map(({ name, size, sha256 }) => ({ name, size, sha256 }))).toEqual(found);
  expect(entries.filter(({ name, about }) => !about && name !== 'SHA256SUMS')).toEqual([]);
  const sums = found.filter(({ name }) => name !== 'SHA256SUMS').map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  expect(files.get('SHA256SUMS')!.toString()).toBe(sums.join(''));
  return files;
}
