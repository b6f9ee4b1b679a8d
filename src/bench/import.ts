import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { parseIcap } from '../competencies/icap/parse.js';
import { User } from '../people/user.entity.js';
import { type Benchmark } from './benchmark.js';
import { makeClient } from './client.js';
import { figure, within } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { standardSource } from './made/icap-source.js';
import { interleaved, p50 } from './measure.js';
import { form } from './multipart.js';
import { ourServer, serve } from './processes.js';

/** A standard of 1,400 items: read alone, and imported over HTTP. */
export const importing: Benchmark = {
  name: 'import-1400',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const token = await inside(installation, operatorToken);
    const items = effort.size(1400, 100);
    const source = standardSource({ items });
    const sixfold = standardSource({ items: items * 6 });
    const result = parseIcap(source);
    if (!result.ok) throw new Error('The made document is not whole');
    const json = JSON.stringify(result.document);
    const insert = bareInsert(join(folder, 'bare.sqlite'), items, json);
    const ours = await serve(ourServer, { env: installation.env });
    const client = makeClient(ours.url, token);
    const post = () => client.post('/api/competency-documents', sourceForm(source));
    try {
      await p50(effort.times(5), post);
      const values = await interleaved(effort.rounds, {
        http: () => p50(effort.times(10), post),
        insert: () => p50(effort.times(10), insert.run),
        parse: () => p50(effort.times(10), () => Promise.resolve(parseIcap(source))),
        large: () => p50(effort.times(5), () => Promise.resolve(parseIcap(sixfold))),
        json: () => p50(effort.times(10), () => Promise.resolve(JSON.parse(json))),
      });
      const name = `${items} items`;
      return [
        figure(`import of ${name} over HTTP, p50`, 'ms', values.http, { of: 'bare insert', rounds: values.insert }),
        figure(`reading of ${name}, p50`, 'ms', values.parse, { of: 'the same as JSON', rounds: values.json }),
        // Linear: six times the items in six times the time, and a third more for the memory they take.
        figure(`reading of ${items * 6} items, p50`, 'ms', values.large, { of: name, rounds: values.parse }, within(8)),
      ];
    } finally {
      client.close();
      insert.close();
      await ours.stop();
    }
  },
};

async function operatorToken({ db, people }: Inside): Promise<string> {
  const [operator] = await people(['administrator'], 1);
  await db.write((tx) => tx.update(User, { id: operator!.id }, { operator: true }));
  return operator!.token;
}

let documents = 0;

/** The document under another code each time: the same text again would not be imported again. */
function sourceForm(source: string) {
  documents += 1;
  const text = source.replaceAll('BIG2421-001', `BIG2421-${String(documents + 1).padStart(3, '0')}`);
  return form({}, { field: 'file', name: 'standard.txt', bytes: Buffer.from(text) });
}

/** As many rows in one durable transaction, and the document beside them. */
function bareInsert(file: string, count: number, json: string) {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE documents (id INTEGER PRIMARY KEY, content text)');
  database.exec('CREATE TABLE items (document_id integer, position integer, ref text, content text)');
  const document = database.prepare<[string]>('INSERT INTO documents (content) VALUES (?)');
  const item = database.prepare<[number | bigint, number, string, string]>('INSERT INTO items VALUES (?, ?, ?, ?)');
  const text = '依據組織政策，完成第一項職責第一項任務的第一個步驟並維持品質。';
  const insert = database.transaction(() => {
    const { lastInsertRowid } = document.run(json);
    for (let position = 0; position < count; position += 1) item.run(lastInsertRowid, position, `P${position}`, text);
  });
  return { run: () => Promise.resolve(insert()), close: () => database.close() };
}
