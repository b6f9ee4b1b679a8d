import { type Asked, type Seen, type Sitting } from '../acting/witnessing.js';
import { type Cast } from '../cast.js';
import { barChart } from '../files/chart.js';

const visit = {
  title: '客服中心現場觀察',
  minutes: 50,
  place: '晨光家電客服中心三樓',
  context: '平日上午尖峰時段，使用正式的行銷資料庫，畫面中的客戶資料已遮蔽。',
};

/** Two assessors watch the same morning and do not see the same of her analysis. */
export const siteVisit = ({ assessor, colleague, lin }: Cast): Sitting => {
  const present = `${lin.name}、${assessor.name}、${colleague.name}、當班組長一人`;
  return {
    place: visit.place,
    minutes: visit.minutes,
    note: '兩位評量者先約定各自記錄，結束前不交換意見。',
    observers: [
      [
        assessor,
        {
          ...visit,
          present,
          notes: '林小美先說明當日名單的來源，再示範匯入、查重與寄送報告。',
          outcomes: [
            { ref: '1.5', outcome: 'not_seen', note: '當日沒有推廣活動。' },
            { ref: '2.2', outcome: 'shown', note: '當場匯入 50 筆測試資料，電話重複的 3 筆依規則合併。' },
            { ref: '2.3', outcome: 'shown', note: '比較加上索引前後的名單產出時間，說明取捨。' },
            { ref: '4.2', outcome: 'shown', note: '以當月成交率與退款率對照指標，指出退款集中的型號。' },
            { ref: '4.3', outcome: 'shown', note: '當場把月報寄給銷售、帳務與承包商，並核對送達時間。' },
            { ref: 'KA4', outcome: 'shown' },
            { ref: 'S05', outcome: 'shown', note: '組長依她的分派調整人力，未見遲疑。' },
            { ref: 'S13', outcome: 'shown', note: '尖峰時段依優先順序處理，未延誤報告時限。' },
          ],
          photo: { name: '現場看板.png', bytes: barChart([71, 74, 78, 80], { framed: true }) },
        },
      ],
      [
        colleague,
        {
          ...visit,
          title: '客服中心現場觀察（第二觀察者）',
          present,
          notes: '坐在值班席後方，主要看她與組員的互動。',
          outcomes: [
            { ref: '4.2', outcome: 'not_shown', note: '只聽到結論，沒有看到她怎麼由數據推到退款集中的型號。' },
            { ref: 'S04', outcome: 'shown', note: '對方語氣急切時先複述再回應。' },
            { ref: 'S05', outcome: 'shown' },
          ],
        },
      ],
    ],
    reasons: {
      '4.2': {
        outcome: 'shown',
        reason: '陳志明的座位看得到分析畫面，紀錄寫明對照的指標與步驟；李國華所在的位置看不到螢幕。',
      },
    },
  };
};

export const demonstration = (): Seen => ({
  form: 'demonstration',
  title: '建立欄位與還原備份的示範',
  minutes: 35,
  task: '在測試環境依需求說明建立六個欄位，接著模擬主資料庫中斷，依應變計畫改用備份並確認筆數。',
  place: '磐石職能訓練中心電腦教室',
  present: '林小美、陳志明',
  context: '測試資料 200 筆，皆為虛構。',
  notes: '十八分鐘內完成還原，筆數與中斷前相同。',
  outcomes: [
    { ref: '2.1', outcome: 'shown', note: '說明為何同意日期要獨立成欄。' },
    { ref: '2.4', outcome: 'not_seen', note: '維護程序以維護紀錄與第三方報告評量。' },
    { ref: '2.5', outcome: 'shown', note: '依通報順序聯繫，並核對還原後筆數。' },
    { ref: 'S12', outcome: 'shown' },
  ],
});

/** The unit’s method 4: questions about the functions of the database, aloud and in writing. */
export const databaseQuestions = (): Asked => ({
  title: '行銷資料庫功能質詢',
  minutes: 20,
  place: '磐石職能訓練中心電腦教室',
  present: '林小美、陳志明',
  method: 'M4',
  questions: [
    {
      id: 'Q1',
      text: '名單、通話與派工資料各從哪個系統取得？',
      refs: ['K01'],
      mode: 'oral',
      answer: '名單在行銷資料庫，通話在話務系統，派工在維修系統；每晚以客戶編號對接。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q2',
      text: '語音回應留言與備援資料庫各在什麼情況啟用？',
      refs: ['K05'],
      mode: 'oral',
      answer: '等候超過五分鐘或話務中斷啟用留言；主資料庫十分鐘內無回應就切換備援。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q3',
      text: '請寫出查重規則，並說明為何不用姓名。',
      refs: ['K08', '2.3'],
      mode: 'written',
      answer: '以電話加電子郵件比對，任一相同就列為疑似；同名者多，用姓名會把不同的人合併。',
      outcome: 'satisfactory',
      note: '規則正確，例子出自她自己的資料庫。',
    },
  ],
});

/** The conversation that shows KA5 and confirms what she wrote on her own. */
export const principlesQuestions = (about: string[]): Asked => ({
  title: '行銷原則簡報與提問',
  minutes: 20,
  place: '磐石職能訓練中心 201 教室',
  present: '林小美、陳志明',
  method: 'M1',
  notes: '先以十分鐘簡報說明原則，再逐件談她寫的文件；她能說出每一份的緣由與改動。',
  about,
  questions: [
    {
      id: 'Q1',
      text: '為什麼選 7P 而不選 4P？',
      refs: ['KA5', 'K07', '1.1', 'S09'],
      mode: 'oral',
      answer: '客服的人員與流程直接影響續約；4P 看不到這兩項。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q2',
      text: '第三十天的追蹤電話為什麼改在晚間？',
      refs: ['3.1', '3.2', '3.3'],
      mode: 'oral',
      answer: '接通率只有 41%，訪問 20 位客戶後知道白天多在上班；改晚間後是 63%。',
      outcome: 'satisfactory',
    },
    {
      id: 'Q3',
      text: '如果要你說服一位不願意配合的承包商，你會怎麼談？',
      refs: ['S03'],
      mode: 'oral',
      answer: '',
      outcome: 'not_asked',
    },
  ],
});
