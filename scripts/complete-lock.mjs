/**
 * `node scripts/complete-lock.mjs`, after a change of dependencies: enters into package-lock.json the optional packages
 * of other platforms that npm left out (it does so when it cannot see them, npm/cli#4828), because `npm ci` refuses a
 * lock without them and those platforms would lack them. Their parents pin their versions; their integrity is unknown.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const entered = [];

for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => lock.packages[place])) continue;
    const words = name.split(/[/-]/);
    const os = words.find((word) => systems.includes(word));
    const cpu = words.find((word) => processors.includes(word));
    if (!/^\d+\.\d+\.\d+$/.test(version) || !os || !cpu) {
      process.stderr.write(`Left out, because its version or platform is unclear: ${name}@${version}\n`);
      continue;
    }
    const libc =
      os === 'linux' ? { libc: [name.endsWith('musl') || name.endsWith('musleabihf') ? 'musl' : 'glibc'] } : {};
    const dev = parent.dev ? { dev: true } : {};
    lock.packages[places[1]] = { version, cpu: [cpu], ...dev, ...libc, optional: true, os: [os] };
    entered.push(name);
  }
}

const byPath = ([a], [b]) => a.localeCompare(b, 'en');
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`Entered ${entered.length} packages.\n`);
