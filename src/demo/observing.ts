import { randomUUID } from 'node:crypto';
import { type RecordObservation } from '../observations/observations.dto.js';
import {
  type ObservationView,
  type SignatureView,
  type SignedObservationView,
} from '../observations/observations.view.js';
import { type Attachment } from './browser.js';
import { barChart } from './files/chart.js';
import { type Story } from './story.js';

export interface Seen extends RecordObservation {
  title: string;
  minutes: number;
  photo?: Attachment;
}

export const siteVisit = (): Seen => ({
  title: '客服中心現場觀察',
  minutes: 50,
  startedAt: '',
  place: '晨光家電客服中心三樓',
  present: '林小美、陳志明、當班組長一人',
  context: '平日上午尖峰時段，使用正式的行銷資料庫，畫面中的客戶資料已遮蔽。',
  notes: '林小美先說明當日名單的來源，再示範匯入、查重與寄送報告。',
  method: 'M1',
  outcomes: [
    { ref: '1.5', outcome: 'not_seen', note: '當日沒有推廣活動。' },
    { ref: '2.2', outcome: 'shown', note: '當場匯入 50 筆測試資料，電話重複的 3 筆依規則合併。' },
    { ref: '2.3', outcome: 'shown', note: '比較加上索引前後的名單產出時間，說明取捨。' },
    { ref: '4.2', outcome: 'shown', note: '以當月成交率與退款率對照指標，指出退款集中的型號。' },
    { ref: '4.3', outcome: 'shown', note: '當場把月報寄給銷售、帳務與承包商，並核對送達時間。' },
    { ref: 'KA4', outcome: 'shown' },
    { ref: 'K01', outcome: 'shown', note: '能說出名單、通話與派工資料各從哪個系統取得。' },
    { ref: 'K05', outcome: 'shown', note: '說明語音回應留言與備援資料庫何時啟用。' },
    { ref: 'S04', outcome: 'shown' },
    { ref: 'S05', outcome: 'shown', note: '組長依她的分派調整人力，未見遲疑。' },
    { ref: 'S13', outcome: 'shown', note: '尖峰時段依優先順序處理，未延誤報告時限。' },
  ],
  photo: { name: '現場看板.png', bytes: barChart([71, 74, 78, 80], { framed: true }) },
});

export const briefing = (): Seen => ({
  title: '行銷原則簡報與提問',
  minutes: 20,
  startedAt: '',
  place: '磐石職能訓練中心 201 教室',
  present: '林小美、陳志明',
  context: '林小美以十分鐘簡報說明原則，評量者口頭提問五題。',
  notes: '五題皆能舉自己的工作為例，並說出原則不適用的情形。',
  method: 'M1',
  outcomes: [
    { ref: 'KA5', outcome: 'shown', note: '說明為何選 7P 而不選 4P，並指出人員與流程如何影響續約。' },
    { ref: 'K07', outcome: 'shown' },
    { ref: 'S09', outcome: 'shown' },
  ],
});

/** The assessor records what they saw under an id of their own making, adds the photo, reads it again and signs. */
export async function observe({ cast, assessmentId }: Story, seen: Seen): Promise<SignedObservationView> {
  const { browser } = cast.assessor;
  const { minutes, photo, ...record } = seen;
  const id = randomUUID();
  const times = { startedAt: minutesAgo(minutes), endedAt: minutesAgo(1) };
  await browser.put<ObservationView>(`/assessments/${assessmentId}/observations/${id}`, { ...record, ...times });
  if (photo) await browser.upload(`/evidence/${id}/files`, {}, [photo]);
  const { contentSha256 } = await browser.get<SignatureView>(`/observations/${id}/signature`);
  return browser.post<SignedObservationView>(`/observations/${id}/signature`, { contentSha256 }, 200);
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
