import 'reflect-metadata';
import { createApp } from './app.setup.js';
import { Config } from './config.js';
import { FirstStart } from './first-start.js';

const config = new Config();
const app = await createApp(config);
const first = await app.get(FirstStart).run();
await app.listen(config.port, config.host);
process.stdout.write(`Touchstone 試金石  ${config.publicUrl}\n`);
if (first) {
  process.stdout.write(
    `  首次登入 First sign-in:  ${first.email}  ${first.password}\n  此密碼只顯示這一次 Shown only this once.\n`,
  );
}
