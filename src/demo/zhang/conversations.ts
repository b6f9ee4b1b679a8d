import { type Asked, type Seen } from '../acting/witnessing.js';

const talk = { purpose: 'rpl_conversation', place: '磐石職能訓練中心 105 會談室', method: 'X1' } as const;

/** The conversation that every recognition needs. He cannot tell the principles yet. */
export const firstTalk = (about: string[]): Asked => ({
  ...talk,
  title: '先前學習認可對談',
  minutes: 45,
  present: '張家豪、李國華',
  notes: '逐件談過作品集，來源與日期都說得清楚。',
  about,
  questions: [
    {
      id: 'Q1',
      text: '供應鏈裡哪一段最容易讓客戶等待？你怎麼處理？',
      refs: ['1.4', '1.5'],
      mode: 'oral',
      answer: '裝機外包商排程；把窗口併成一個，並讓客戶看得到進度。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q2',
      text: '查重規則改過幾次？為什麼？',
      refs: ['2.3', '2.4', 'K06'],
      mode: 'oral',
      answer: '兩次；電話格式不一讓同一個人出現三筆，先去除分隔符號再比對。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q3',
      text: '請說明行銷原則在什麼情況下不適用。',
      refs: ['KA5', 'K07'],
      mode: 'oral',
      answer: '一時想不到，我都照公司的架構做。',
      outcome: 'not_satisfactory',
      note: '說不出原則的界線。',
    },
  ],
});

export const secondTalk = (): Asked => ({
  ...talk,
  title: '補評對談：行銷原則',
  minutes: 30,
  present: '張家豪、陳志明',
  notes: '依前次回饋準備，能舉三個自己的例子。',
  questions: [
    {
      id: 'Q1',
      text: '請說明行銷原則在什麼情況下不適用。',
      refs: ['KA5', 'K07', '1.1', '1.3'],
      mode: 'oral',
      answer: '斷線報修時不談加購；獨家供應的偏鄉客戶，談價格沒有意義，要談維修時效。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q2',
      text: '留客方案如果只能留一項，你留哪一項？怎麼判斷它有效？',
      refs: ['3.1', '3.2', '3.3', 'S06'],
      mode: 'oral',
      answer: '結案後三天的電話；看三十天內重複報修與續約。',
      outcome: 'satisfactory',
    },
  ],
});

export const failover = (): Seen => ({
  form: 'demonstration',
  title: '備援切換與績效分析示範',
  minutes: 40,
  task: '在測試環境遇到主資料庫中斷，決定是否切換並說明通報；恢復後就測試數據提出一項建議。',
  place: '磐石職能訓練中心電腦教室',
  present: '張家豪、陳志明',
  context: '測試資料，皆為虛構。',
  notes: '先問預估恢復時間再決定切換，與演練紀錄所寫的判斷一致。',
  outcomes: [
    { ref: '2.1', outcome: 'shown' },
    { ref: '2.2', outcome: 'shown', note: '切換前以二十筆測試資料確認備援可寫入。' },
    { ref: '2.5', outcome: 'shown', note: '七分鐘內完成切換與通報。' },
    { ref: '4.2', outcome: 'shown' },
    { ref: 'K05', outcome: 'shown' },
    { ref: 'S05', outcome: 'shown' },
    { ref: 'S13', outcome: 'shown' },
  ],
});
