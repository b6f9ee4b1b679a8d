import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { createApp } from './app.setup.js';
import { Config, ConfigError } from './config.js';
import { FirstStart } from './first-start.js';

try {
  // Played before it is served, so that nobody comes in between; read only where it is asked for.
  const demo = process.argv.includes('--demo') && (await import('./demo/installation.js'));
  const told = demo && (await demo.fillInstallation(process.env));
  const address = await serve(new Config());
  if (demo && told) process.stdout.write(demo.tellOf(told, address));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

async function serve(config: Config): Promise<string> {
  const app = await createApp(config);
  const first = await app.get(FirstStart).run();
  // Before anything else can fail: the password is nowhere else.
  if (first) {
    process.stdout.write(
      `首次登入 First sign-in:  ${first.email}  ${first.password}\n  此密碼只顯示這一次 Shown only this once.\n`,
    );
  }
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = config.publicUrl.replace(/:0$/, `:${port}`);
  process.stdout.write(`Touchstone 試金石  ${address}\n`);
  return address;
}

/** Why the server did not start, in a line that says what to do where that is known. */
function reasonOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `PORT ${port} is in use: stop the other program, or set PORT to another number`;
  if (code === 'ECONNREFUSED' && process.env.DATABASE_URL) return 'DATABASE_URL: no PostgreSQL server answers there';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
