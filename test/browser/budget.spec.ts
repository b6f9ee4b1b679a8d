import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  isDynamicEntry?: boolean;
  imports?: string[];
  css?: string[];
}

const folder = join(import.meta.dirname, '../../dist/web');
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** Every file that must be there before a page can be seen. */
function filesOf(keys: readonly string[], seen = new Set<string>()): string[] {
  return keys
    .filter((key) => !seen.has(key) && seen.add(key))
    .flatMap((key) => {
      const { file, css = [], imports = [] } = manifest[key]!;
      return [file, ...css, ...filesOf(imports, seen)];
    });
}

const gzipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).length;
const firstLoad = (key: string): number =>
  [...new Set(filesOf(['index.html', key]))].reduce((sum, file) => sum + gzipped(file), 0);

describe('the first load of a page', () => {
  const routes = Object.keys(manifest).filter((key) => manifest[key]!.isDynamicEntry);

  it('is known for the pages that work in the field', () => {
    expect(routes).toEqual(expect.arrayContaining(['src/field/field.tsx', 'src/field/observe.tsx']));
  });

  it.each(routes)('of %s stays within its budget', (key) => {
    const budget = key.startsWith('src/field/') ? 150_000 : 250_000;
    expect(firstLoad(key)).toBeLessThanOrEqual(budget);
  });
});
