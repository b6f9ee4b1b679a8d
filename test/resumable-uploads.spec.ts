import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { UploadSweeper } from '../src/uploads/upload-sweeper.js';
import { enrolled } from './factories/enrolled.js';
import { Caller } from './support/caller.js';
import { type Played, playedAssessments } from './support/played-assessments.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';
import { append, begin, beginPiece, idOf, metadataOf, offsetOf, textOf, tus } from './support/tus.js';
import { World } from './world.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a resumable upload', () => {
  let world: World;
  let candidate: Caller;
  let assessor: Caller;
  let assessmentId: string;
  let candidateEmail: string;
  const limit = 300_000;
  beforeAll(async () => {
    world = await World.open({ env: { MAX_FILE_BYTES: String(limit), MAX_FILES_PER_ITEM: '3' } });
    const made = await enrolled(world);
    assessmentId = made.assessmentId;
    candidateEmail = made.candidate.email;
    candidate = await Caller.signIn(world.server, candidateEmail);
    assessor = await Caller.signIn(world.server, made.assessor.email);
  });
  afterAll(() => world?.close());

  const partial = () => readdirSync(join(world.folder, 'uploads', 'partial'));
  const submit = (body: object) => candidate.ask('POST', `/assessments/${assessmentId}/evidence`, body);
  const uploaded = async (bytes: Buffer, name?: string): Promise<string> => {
    const path = await begin(candidate, assessmentId, bytes.length, name);
    await append(candidate, path, 0, bytes);
    return path;
  };

  it('says what of tus is spoken', async () => {
    const { status, headers } = await tus(candidate, 'OPTIONS', '/uploads');
    expect(status).toBe(204);
    expect(headers.get('tus-version')).toBe('1.0.0');
    expect(headers.get('tus-extension')).toBe('creation,expiration,termination');
    expect(headers.get('tus-max-size')).toBe(String(limit));
  });

  it('arrives in pieces, is handed in by its id and becomes a file like any other', async () => {
    const bytes = textOf(100_000);
    const path = await begin(candidate, assessmentId, bytes.length, '..\\流程"圖"\r\n.txt');
    const first = await append(candidate, path, 0, bytes.subarray(0, 60_000));
    expect(first.status).toBe(204);
    expect(first.headers.get('upload-offset')).toBe('60000');
    expect(Date.parse(first.headers.get('upload-expires')!)).toBeGreaterThan(world.clock.now().getTime());
    const early = await submit({ title: '太早', uploadIds: [idOf(path)] });
    expect(early).toMatchObject({ status: 409, body: { code: 'upload_unfinished' } });
    await append(candidate, path, 60_000, bytes.subarray(60_000));
    const body = { id: randomUUID(), title: '作業流程', uploadIds: [idOf(path)] };
    const made = await submit(body);
    expect(made.status).toBe(201);
    expect(made.body.files).toMatchObject([{ name: '流程"圖".txt', size: 100_000, sha256: sha256(bytes) }]);
    const content = await candidate.bytes(`/evidence/${made.body.id}/files/${made.body.files[0].id}/content`);
    expect(content.bytes.equals(bytes)).toBe(true);
    expect(partial()).toEqual([]);
    // The answer was lost, and the same is sent again.
    const again = await submit(body);
    expect(again.status).toBe(200);
    expect(again.body.files).toHaveLength(1);
    expect(await tus(candidate, 'DELETE', path)).toMatchObject({ status: 409, code: 'upload_used' });
    expect(await submit({ title: '另一件', uploadIds: [idOf(path)] })).toMatchObject({
      status: 409,
      body: { code: 'upload_used' },
    });
  });

  it('is understood by the client that the makers of tus give out', async () => {
    const bytes = textOf(200_000);
    const sent = new Promise<string>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint: `${world.server}/api/uploads`,
        headers: candidate.headers,
        metadata: { filename: '影片.txt', assessmentId },
        chunkSize: 64_000,
        retryDelays: null,
        onError: reject,
        onSuccess: () => resolve(idOf(upload.url!)),
      });
      upload.start();
    });
    const { body } = await submit({ title: '影片', uploadIds: [await sent] });
    expect(body.files).toMatchObject([{ name: '影片.txt', sha256: sha256(bytes) }]);
  });

  it('adds a file to an item once, however often and at once it is handed in, beside files of a form', async () => {
    const { body: item } = await submit({ title: '附件', statement: '說明' });
    const path = await uploaded(textOf(50_000));
    const form = new FormData();
    form.set('uploadIds', idOf(path));
    form.append('files', new Blob([textOf(100)]), '照片說明.txt');
    const added = await candidate.call('POST', `/evidence/${item.id}/files`, form);
    expect(added.body.files.map(({ name }: { name: string }) => name)).toEqual(['照片說明.txt', '作業流程.txt']);
    const other = await uploaded(textOf(50_000));
    const body = { uploadIds: [idOf(other)] };
    const add = () => candidate.ask('POST', `/evidence/${item.id}/files`, body);
    await Promise.all([add(), add(), add()]);
    expect((await add()).body.files).toHaveLength(3);
    expect(await candidate.ask('POST', `/evidence/${item.id}/files`, {})).toMatchObject({
      body: { code: 'evidence_has_no_content' },
    });
  });

  it('keeps what was uploaded when the rest of the form is wrong', async () => {
    const path = await uploaded(textOf(1000));
    expect((await submit({ title: '', uploadIds: [idOf(path)] })).status).toBe(400);
    expect((await submit({ title: '好了', uploadIds: [idOf(path)] })).status).toBe(201);
  });

  it('is refused as a form’s file would be: by its content, and more than an item takes', async () => {
    const program = await uploaded(Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(200)]), '報告.pdf');
    expect(await submit({ title: '程式', uploadIds: [idOf(program)] })).toMatchObject({
      body: { code: 'file_type_refused' },
    });
    const four = await Promise.all([1, 2, 3, 4].map(() => uploaded(textOf(10))));
    expect(await submit({ title: '四份', uploadIds: four.map(idOf) })).toMatchObject({
      status: 413,
      body: { code: 'too_many_files' },
    });
    for (const path of [program, ...four]) expect((await tus(candidate, 'DELETE', path)).status).toBe(204);
    expect((await tus(candidate, 'HEAD', program)).status).toBe(404);
    expect(partial()).toEqual([]);
  });

  it('goes on only from where it is, and takes no more than was announced', async () => {
    const bytes = textOf(1000);
    const path = await begin(candidate, assessmentId, 1000);
    expect(await append(candidate, path, 1, bytes)).toMatchObject({ status: 409, code: 'upload_offset' });
    expect(await append(candidate, path, 0, textOf(1001))).toMatchObject({ status: 413, code: 'too_large' });
    const both = await Promise.all([append(candidate, path, 0, bytes), append(candidate, path, 0, bytes)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await offsetOf(candidate, path)).toBe(1000);
  });

  it.each([
    ['too large', { 'upload-length': String(limit + 1) }, 413, 'too_large'],
    ['empty', { 'upload-length': '0' }, 422, 'empty_file'],
    ['of a length that is none', { 'upload-length': '1e3' }, 400, 'malformed_upload'],
    ['without a length', {}, 400, 'malformed_upload'],
    ['of another version', { 'upload-length': '1', 'tus-resumable': '0.2.0' }, 412, 'tus_version'],
    ['for no assessment', { 'upload-length': '1', 'upload-metadata': metadataOf({ filename: 'a' }) }, 400, 'malformed_upload'], // prettier-ignore
    ['for an assessment that is not there', { 'upload-length': '1', 'upload-metadata': metadataOf({ assessmentId: randomUUID() }) }, 404, 'not_found'], // prettier-ignore
    ['for something else', { 'upload-length': '1', 'upload-metadata': metadataOf({ assessmentId: "' OR 1=1" }) }, 400, 'malformed_upload'], // prettier-ignore
    ['with broken metadata', { 'upload-length': '1', 'upload-metadata': 'assessmentId %%%,,' }, 400, 'malformed_upload'], // prettier-ignore
  ])('is not begun when it is %s', async (_, headers, status, code) => {
    const usual = { 'upload-metadata': metadataOf({ filename: 'a.txt', assessmentId }) };
    expect(await tus(candidate, 'POST', '/uploads', { ...usual, ...headers })).toMatchObject({
      status,
      code,
    });
  });

  it('takes any name and shows it harmless', async () => {
    const name = `../../${'\u202e'}${'名'.repeat(400)}\0𠮷.txt`;
    const path = await begin(candidate, assessmentId, 1, name);
    const { body } = await candidate.call('GET', path);
    expect(body.name).toMatch(/^名+\.txt$/u);
    expect([...body.name]).toHaveLength(200);
  });

  it('is not there for anybody else', async () => {
    const path = await uploaded(textOf(100));
    for (const method of ['GET', 'HEAD', 'DELETE']) {
      expect((await tus(assessor, method, path)).status).toBe(404);
    }
    expect(await append(assessor, path, 100, textOf(1))).toMatchObject({ status: 404 });
    const body = { title: '別人的', uploadIds: [idOf(path)] };
    const taken = await assessor.ask('POST', `/assessments/${assessmentId}/evidence`, body);
    expect(taken).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await offsetOf(candidate, path)).toBe(100);
  });

  it('does not outgrow a person’s share', async () => {
    const person = (await enrolled(world)).candidate;
    const own = await Caller.signIn(world.server, person.email);
    const { body } = await own.call('GET', '/assessments');
    const mine = body.items[0].id as string;
    for (let i = 0; i < 3; i += 1) await begin(own, mine, limit);
    await expect(begin(own, mine, 1)).rejects.toThrow('429 upload_quota');
  });

  it('ends when nothing more of it came for a week, and its bytes go', async () => {
    const path = await begin(candidate, assessmentId, 1000);
    await append(candidate, path, 0, textOf(400));
    world.clock.pass(6);
    candidate = await Caller.signIn(world.server, candidateEmail);
    await append(candidate, path, 400, textOf(400));
    world.clock.pass(6);
    candidate = await Caller.signIn(world.server, candidateEmail);
    expect(await offsetOf(candidate, path)).toBe(800);
    world.clock.pass(2);
    candidate = await Caller.signIn(world.server, candidateEmail);
    expect(await append(candidate, path, 800, textOf(200))).toMatchObject({ status: 410, code: 'upload_expired' });
    await world.app.get(UploadSweeper).sweep();
    expect(await append(candidate, path, 800, textOf(200))).toMatchObject({ status: 404 });
    expect(partial()).toEqual([]);
  });
});

describe('a resumable upload to a server process', () => {
  const installation = new Installation();
  let server: ServerProcess;
  let played: Played;
  beforeAll(async () => {
    await build();
    server = await installation.start();
    played = await playedAssessments(server, 0);
  }, 120_000);
  afterAll(() => installation.close());

  const restart = async (signal: NodeJS.Signals): Promise<void> => {
    await installation.kill(server, signal);
    server = await installation.start();
    played.candidate.at = server.url;
  };
  /** Where the upload goes on once the server has noticed that the line is broken. */
  const arrived = async (path: string): Promise<number> => {
    let offset = 0;
    for (let i = 0; i < 200 && offset === 0; i += 1) {
      await sleep(50);
      offset = await offsetOf(played.candidate, path);
    }
    return offset;
  };
  const handIn = ({ candidate, assessmentId }: Played, path: string) =>
    candidate.call('POST', `/assessments/${assessmentId}/evidence`, { title: '影片', uploadIds: [idOf(path)] });

  it('goes on after a broken line from what had arrived', async () => {
    const { candidate, assessmentId } = played;
    const bytes = textOf(3_000_000);
    const path = await begin(candidate, assessmentId, bytes.length);
    const line = await beginPiece(candidate, path, bytes, 1_000_000);
    line.destroy();
    const offset = await arrived(path);
    expect(offset).toBe(1_000_000);
    expect((await append(candidate, path, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await handIn(played, path)).body.files[0].sha256).toBe(sha256(bytes));
  });

  it('loses nothing that was acknowledged when the server is killed, between its pieces and before it is handed in', async () => {
    const { candidate, assessmentId } = played;
    const bytes = textOf(2_000_000);
    const path = await begin(candidate, assessmentId, bytes.length);
    await append(candidate, path, 0, bytes.subarray(0, 700_000));
    await restart('SIGKILL');
    expect(await offsetOf(candidate, path)).toBe(700_000);
    await append(candidate, path, 700_000, bytes.subarray(700_000));
    await restart('SIGKILL');
    expect((await handIn(played, path)).body.files[0].sha256).toBe(sha256(bytes));
  });

  it('survives an orderly restart in the middle of a piece', async () => {
    const { candidate, assessmentId } = played;
    const bytes = textOf(1_500_000);
    const path = await begin(candidate, assessmentId, bytes.length);
    const line = await beginPiece(candidate, path, bytes, 500_000);
    line.destroy();
    await arrived(path);
    await restart('SIGTERM');
    const offset = await offsetOf(candidate, path);
    expect(offset).toBe(500_000);
    await append(candidate, path, offset, bytes.subarray(offset));
    expect((await handIn(played, path)).body.files[0].sha256).toBe(sha256(bytes));
  });
});
