import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../src');

/** A folder imports only folders listed above it (README, Where things are). */
const order = [
  'i18n',
  'common',
  'database',
  'audit',
  'files',
  'health',
  'people',
  'auth',
  'settings',
  'notices',
  'competencies',
  'assessments',
  'plans',
  'uploads',
  'evidence',
  'observations',
  'questioning',
  'third-parties',
  'self-assessments',
  'judgements',
  'sufficiency',
  'requests',
  'visits',
  'signing',
  'documents',
  'templates',
  'preservation',
  'verdicts',
  'after-verdict',
  'reassessments',
  'quality',
  'credentials',
  'certificates',
  'personal-data',
  'audit-packs',
  'reminders',
  'verification',
  'integrity',
  'bench',
  'demo',
  'cli',
];

/** The only files that may know what is below them, each for its reason. */
const exempt = new Set([
  'database/entities.ts', // the list of tables
  'people/credentials.ts', // a new password ends sessions and tokens
  'health/health.module.ts', // asks one table whether the database answers
]);

/** Files over 250 lines that still hold one idea. */
const long = new Set([
  'i18n/errors.ts',
  'i18n/rules.ts',
  'i18n/documents.ts',
  'i18n/signing.ts',
  'i18n/verification.ts',
  'database/migrations/0001-initial.ts',
  'sufficiency/facts.ts',
]);

const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));
const production = files.filter((file) => !file.endsWith('.spec.ts'));
const text = (file: string): string => readFileSync(join(src, file), 'utf8');
const code = (file: string): string => text(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const folderOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : '');

describe('the architecture', () => {
  it('has no folder that the order does not name', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => folder && !order.includes(folder))).toEqual([]);
  });

  it('gives what the API takes and answers names of their own, as openapi.json knows them by name alone', () => {
    const names = production
      .filter((file) => /\.(view|dto|controller)\.ts$/.test(file))
      .flatMap((file) => [...code(file).matchAll(/^export class (\w+)/gm)].map(([, name]) => name!));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('imports only from folders above', () => {
    const wrong = production.flatMap((file) => {
      const own = order.indexOf(folderOf(file));
      if (own < 0 || exempt.has(file)) return [];
      return [...code(file).matchAll(/(?:from|import) '(\.[^']+)'/g)]
        .map((match) => relative(src, resolve(src, dirname(file), match[1]!)))
        .filter((target) => target.includes('/') && order.indexOf(folderOf(target)) > own)
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['save(), which writes more than it says', /\.save\(\w/],
    ['forwardRef, which hides a circle', /forwardRef/],
    ['synchronize: true, which changes tables unasked', /synchronize: true/],
    ['eager or lazy relations and cascades', /eager: true|lazy: true|cascade: /],
    ['a relation where a foreign key will do', /@(ManyToOne|OneToMany|OneToOne|ManyToMany)\(/],
    ['console, which is no log', /\bconsole\.(log|info|warn|error|debug|trace|dir|table)\b/],
  ])('never uses %s', (_, pattern) => {
    expect(production.filter((file) => pattern.test(code(file)))).toEqual([]);
  });

  it('opens transactions only in the write gate', () => {
    const opening = /\.transaction\(|startTransaction|createQueryRunner/;
    // The bench measures a bare database beside ours.
    const ours = production.filter((file) => !file.startsWith('bench/'));
    expect(ours.filter((file) => opening.test(code(file)))).toEqual(['database/database.ts']);
  });

  it('changes rows only through a transaction of the gate', () => {
    const writing = /\bread\s*\.\s*(insert|update|delete|remove|upsert|increment)\(/;
    expect(production.filter((file) => writing.test(code(file)))).toEqual([]);
  });

  it('hands no barrel files and no default exports around', () => {
    expect(production.filter((file) => file.endsWith('/index.ts') || /^export default /m.test(code(file)))).toEqual([]);
  });

  it('keeps files and constructors small', () => {
    const lines = (file: string): number => text(file).split('\n').length;
    expect(production.filter((file) => lines(file) > 251 && !long.has(file))).toEqual([]);
    const wide = production.filter((file) =>
      [...code(file).matchAll(/constructor\(([^)]*)\)/g)].some(
        (match) => match[1]!.split(',').filter((p) => p.trim()).length > 6,
      ),
    );
    expect(wide).toEqual([]);
  });

  it('installs the multer that was chosen', () => {
    const root = resolve(src, '..');
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/multer/package.json'), 'utf8'));
    expect(version).toBe(dependencies.multer);
    expect(() =>
      readFileSync(join(root, 'node_modules/@nestjs/platform-express/node_modules/multer/package.json')),
    ).toThrow();
  });
});
