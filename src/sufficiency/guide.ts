import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type KeyAspectRefs = Readonly<Record<string, readonly string[]>>;

const folder = resolve(import.meta.dirname, '../../seeds/assessment-guides');
const known = new Map<string, KeyAspectRefs>();

/** Which criteria each key aspect of a document covers, from its advisory guide; empty where there is no guide. */
export function keyAspectRefsOf(code: string): KeyAspectRefs {
  let refs = known.get(code);
  if (!refs) known.set(code, (refs = read(code)));
  return refs;
}

function read(code: string): KeyAspectRefs {
  if (!/^[\w-]+$/.test(code)) return {};
  try {
    const guide = JSON.parse(readFileSync(`${folder}/${code}.json`, 'utf8')) as {
      key_aspect_to_criteria?: KeyAspectRefs;
    };
    return guide.key_aspect_to_criteria ?? {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
