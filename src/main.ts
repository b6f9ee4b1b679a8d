import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { createApp } from './app.setup.js';
import { Config } from './config.js';
import { FirstStart } from './first-start.js';

const config = new Config();
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
process.stdout.write(`Touchstone 試金石  ${config.publicUrl.replace(/:0$/, `:${port}`)}\n`);
