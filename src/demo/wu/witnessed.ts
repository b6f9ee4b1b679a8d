import { type Asked, type Seen } from '../acting/witnessing.js';

const shop = { place: '晨光家電信義門市', present: '吳佩珊、李國華、店長許雅雯', method: 'X1' };
const shown = (...refs: string[]) => refs.map((ref) => ({ ref, outcome: 'shown' as const }));

/** At the counter: how she deals with customers, and her attitudes. */
export const counter = (): Seen => ({
  ...shop,
  title: '服務櫃台觀察',
  minutes: 90,
  context: '週六下午，來客二十餘位。',
  notes: '對聽力不便的長者改用紙筆；超出權限的退款請店長決定。',
  outcomes: [
    ...shown('P1.1.1', 'P1.1.2', 'P1.1.3', 'P1.3.1', 'P1.3.2'),
    { ref: 'A02', outcome: 'shown', note: '對不同年齡的客戶都耐心複述。' },
    { ref: 'A03', outcome: 'shown', note: '客戶堅持時仍清楚說明規定。' },
    ...shown('B1/S01', 'B1/S02', 'B1/S05', 'B1/S06'),
  ],
});

/** At the desk: how she keeps records. */
export const desk = (): Seen => ({
  ...shop,
  title: '資料登錄觀察',
  minutes: 40,
  context: '打烊後登錄當日紀錄，使用正式系統。',
  notes: '逐筆與取件單核對，登錄後再抽查三筆。',
  outcomes: [
    ...shown('P1.1.4', 'P1.3.3', 'P2.1.1', 'P2.1.2', 'P2.1.3'),
    { ref: 'A04', outcome: 'shown', note: '發現一筆電話少一碼，當場查回。' },
    ...shown('B2/S03', 'B2/S08'),
  ],
});

export const complaint = (): Seen => ({
  form: 'demonstration',
  title: '客訴情境演練',
  minutes: 30,
  task: '客戶持破損商品要求全額退款，發票已逾七天；依本店辦法處理並完成紀錄。',
  place: '磐石職能訓練中心情境教室',
  present: '吳佩珊、李國華、扮演客戶者一人',
  context: '扮演者中途提高音量，並改變要求一次。',
  notes: '先確認受損經過再談辦法，提出換貨與維修兩案。',
  method: 'X2',
  outcomes: [
    ...shown('P1.2.1', 'P1.2.2', 'P1.2.3', 'P1.2.5'),
    { ref: 'A01', outcome: 'shown', note: '主動約定回電時間。' },
  ],
});

export const policyQuestions = (about: string[]): Asked => ({
  title: '組織政策與客訴處理提問',
  minutes: 25,
  place: '磐石職能訓練中心 105 會談室',
  present: '吳佩珊、李國華',
  method: 'X4',
  notes: '談過四件作品，都能說出當時的情形。',
  about,
  questions: [
    {
      id: 'Q1',
      text: '哪些客戶資料不能在櫃台口頭確認？依據是什麼？',
      refs: ['B1/K02', 'B1/K03'],
      mode: 'oral',
      answer: '身分證字號與完整地址；依個資法與本店的個資作業須知。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q2',
      text: '老客戶與新客戶提出同樣的要求時，處理會不同嗎？',
      refs: ['B1/K01', 'P1.2.1'],
      mode: 'oral',
      answer: '辦法相同；老客戶會先看過往紀錄，不讓他重講一次。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q3',
      text: '客戶的說法前後不一時，怎麼確認投訴的性質並解決？',
      refs: ['P1.2.2', 'P1.2.3', 'P1.2.4'],
      mode: 'oral',
      answer: '用自己的話複述，請他更正；寫進紀錄的只寫雙方確認過的。',
      outcome: 'satisfactory',
    },
  ],
});
