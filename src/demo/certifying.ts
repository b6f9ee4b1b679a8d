import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchView, type CertifiablePage } from '../certificates/batches.view.js';
import { type CertificateView, type CertificatesPage } from '../certificates/certificates.view.js';
import { type CorrectionView } from '../personal-data/corrections.view.js';
import { type RegisteredDocumentView } from '../verification/verification.view.js';
import { type Issued, takeHome } from './acting/deciding.js';
import { type Cast, type Player } from './cast.js';
import { expect } from './expect.js';
import { type Narrator } from './narrator.js';

/** Everybody who passed is certified at once; then a name is put right, and that certificate is issued anew. */
export async function certify(cast: Cast, narrator: Narrator): Promise<Issued[]> {
  narrator.part('證書', 'Certificates');
  const certificates = await issueAll(cast, narrator);
  const [first, second] = [certificateOf(certificates, cast.lin), certificateOf(certificates, cast.zhang)];
  const third = certificateOf(certificates, cast.wu);
  return [
    await home(cast.lin, first, 'certificate'),
    await home(cast.zhang, second, 'certificate-reassessed'),
    await home(cast.wu, third, 'certificate-superseded'),
    await putNameRight(cast, third, narrator),
  ];
}

async function issueAll({ bodyId, officer }: Cast, { chapter, say }: Narrator): Promise<CertificateView[]> {
  chapter('整批發證', 'A batch');
  const { browser } = officer;
  const path = `/training-bodies/${bodyId}`;
  const { items } = await browser.get<CertifiablePage>(`${path}/certificate-batches/preview?limit=100`);
  const ready = items.filter(({ qualifies }) => qualifies);
  expect(ready.length === 3, 'three of the attempts qualify for a certificate');
  const { id } = await browser.post<BatchView>(`${path}/certificate-batches`, {});
  let batch: BatchView;
  do {
    await sleep(50);
    batch = await browser.get<BatchView>(`/certificate-batches/${id}`);
  } while (batch.state === 'waiting' || batch.state === 'running');
  expect(batch.progress.issued === ready.length, 'all who qualify are certified');
  const register = await browser.get<CertificatesPage>(`${path}/certificates?limit=100`);
  const numbers = register.items.map(({ number }) => number).sort();
  say(
    `${officer.name}預覽後整批發證：${ready.length} 人符合，各得一張，字號 ${numbers[0]} 到 ${numbers.at(-1)}，不跳號。蓋的是機構印信，內附 Open Badges 憑證。`,
    `After a preview the officer certifies the ${ready.length} who qualify, numbers ${numbers[0]} to ${numbers.at(-1)} without gaps. Each bears the body’s seal and an Open Badge inside.`,
  );
  return register.items;
}

/** A name was written with the wrong character: it is corrected with a reason, and the certificate issued anew. */
async function putNameRight(cast: Cast, old: CertificateView, { chapter, say }: Narrator): Promise<Issued> {
  const { bodyId, operator, officer, wu } = cast;
  chapter('更正姓名，補發證書', 'A name put right');
  const correction = { name: '吳珮珊', reason: '報名時誤植一字，已核對身分證明文件。' };
  await operator.browser.patch<CorrectionView[]>(`/training-bodies/${bodyId}/people/${wu.id}`, correction);
  const wish = { reason: 'name_corrected', note: '姓名更正' };
  const anew = await officer.browser.post<CertificateView>(`/certificates/${old.id}/reissue`, wish);
  const issued = await home({ ...wu, name: correction.name }, anew, 'certificate-standard');
  const seen = await officer.browser.look<RegisteredDocumentView>(`/verify/${old.documentNumber}`);
  expect(seen.supersededBy === anew.documentNumber, 'the register says what took the place of the old certificate');
  say(
    `${old.holder.name}的名字其實是${anew.holder.name}：更正留下紀錄，補發 ${anew.number}；舊的 ${old.number} 一個位元組都沒有改，但任何人查驗都會看到它已被取代。`,
    `${old.holder.name} is really ${anew.holder.name}: the correction is on record and ${anew.number} takes the place of ${old.number}, not one byte of which has changed; whoever checks the old one is told so.`,
  );
  return issued;
}

function certificateOf(certificates: readonly CertificateView[], { id, name }: Player): CertificateView {
  const certificate = certificates.find(({ holder }) => holder.id === id);
  expect(certificate !== undefined, `${name} has a certificate`);
  return certificate!;
}

async function home(player: Player, { id, number, documentNumber }: CertificateView, name: string): Promise<Issued> {
  const { document } = await player.browser.get<CertificateView>(`/certificates/${id}`);
  const title = `${player.name} ${number}`;
  return takeHome(player, `/certificates/${id}`, { documentNumber, ...document! }, { name, title });
}
