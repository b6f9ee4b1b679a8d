import { type Piece, report as reportOf } from '../acting/handing-in.js';
import { barChart } from '../files/chart.js';
import { recording } from '../files/recording.js';
import { spreadsheet } from '../files/spreadsheet.js';
import { paper, type Paper } from '../files/paper.js';

/** Handed in with the day of its first entry, which is corrected later to that of its last. */
export const maintenanceLog = '行銷資料庫維護紀錄';
export const interview = '與供應鏈客戶訪談';
export const dashboard = '績效報告線上看板';
export const certificate = '資料庫管理研習結業證明（影本）';

/**
 * A portfolio for KMM5R0915v2. Which evidence shows what, and by which method, follows the advisory guide of the unit.
 * `day` gives the date so many days ago.
 */
export async function portfolio(author: string, day: (ago: number) => string): Promise<Piece[]> {
  const report = (title: string, ago: number, pages: Paper['pages']) => reportOf(author, title, ago, pages);
  return [
    {
      item: { title: '客服中心行銷原則架構', producedOn: day(150) },
      files: [
        await report('客服中心行銷原則架構', 150, [
          [
            [
              '一、選擇的架構',
              '採用服務行銷 7P：產品、價格、通路、推廣、人員、流程、實體呈現。',
              '比較過 4P 與 7P 後選擇 7P，因為客服中心的人員與流程直接影響成交與續約。',
            ],
            ['二、銷售原則', '先解決問題，再談加購；每通電話至多一項推薦；客戶拒絕後三十天內不再推薦。'],
          ],
          [
            [
              '三、併入經營目標',
              '第一線解決率 78%、續約率 62%、主動推薦成交率 9%，列入年度目標與團隊獎金。',
              '每季由營運會議檢視原則是否仍適用，決議列入次季策略。',
            ],
          ],
        ]),
      ],
      claims: [
        { targets: ['1.1', 'KA1', 'K07', 'S06'], method: 'M2', place: { page: 1 } },
        { targets: ['1.3'], method: 'M2', place: { page: 2 } },
      ],
    },
    {
      item: {
        title: '利害關係人共識會議紀錄',
        producedOn: day(142),
        groupWork: true,
        candidatePart: '召集會議、主持討論並撰寫紀錄與兩項決議；退款率與派工數據由帳務與承包商提供。',
      },
      files: [
        await report('利害關係人共識會議紀錄', 142, [
          [
            ['出席', '客服、銷售、帳務、物流主管各一人，外部維修承包商代表一人。'],
            ['決議一　行銷與銷售原則', '五方同意採用 7P 架構與「先解決、再推薦」原則，會後三日內簽回同意書。'],
            ['決議二　報告準則', '銷售要看成交率與客單價，帳務要看退款率，承包商要看派工等候時間；每月五日前提供。'],
          ],
        ]),
      ],
      claims: [
        { targets: ['1.2', 'S02', 'S03'], method: 'M2' },
        { targets: ['4.1'], method: 'M8' },
      ],
    },
    {
      item: {
        title: interview,
        producedOn: day(128),
        othersData: true,
        othersDataReason: '受訪的承包商代表已書面同意錄音作為評量之用。',
      },
      files: [
        { name: '訪談錄音.wav', bytes: recording(8) },
        {
          name: '訪談逐字稿.txt',
          bytes: Buffer.from(
            `${day(128)} 訪談逐字稿（節錄）\n0:02 林：派工到府之前，哪些單位會先經手？\n0:04 承包商：客服開單、帳務確認保固，再由銷售補零件報價。\n`,
          ),
        },
      ],
      claims: [{ targets: ['1.4'], method: 'M1', place: { from: 2, to: 6, note: '說明派工前經手的單位' } }],
    },
    {
      item: { title: '客服中心推廣活動紀錄', producedOn: day(96) },
      files: [
        await report('客服中心推廣活動紀錄', 96, [
          [
            ['對象', '供應鏈中的帳務、銷售與維修承包商，共 42 位窗口。'],
            ['做法', '兩場說明會、一份服務目錄、一組專線；說明會後兩週電話追蹤。'],
            ['成果', '專線使用單位由 40% 增為 62%，兩個月後為 78%。'],
          ],
        ]),
        { name: '專線使用單位比例.png', bytes: barChart([40, 62, 78]) },
      ],
      claims: [{ targets: ['1.4', '1.5', 'KA1', 'K04', 'S08'], method: 'M3' }],
    },
    {
      item: { title: '行銷資料庫欄位設計與測試', producedOn: day(120) },
      files: [
        {
          name: '行銷資料庫欄位設計與測試.xlsx',
          bytes: spreadsheet([
            {
              name: '欄位',
              widths: [16, 12, 44],
              rows: [
                ['欄位', '型別', '用途'],
                ['姓名', '文字', '稱呼；不作分群'],
                ['聯絡電話', '文字', '回電與追蹤；保留前導零'],
                ['電子郵件信箱', '文字', '電子報；須有同意日期'],
                ['目前的產品和服務', '清單', '續約與加購的依據'],
                ['過往優惠紀錄', '清單', '避免三十天內重複推薦'],
              ],
            },
            {
              name: '測試',
              widths: [8, 36, 12, 12],
              rows: [
                ['編號', '測試', '筆數', '結果'],
                [1, '匯入舊系統名單', 1200, '通過'],
                [2, '電話重複者合併', 37, '通過'],
                [3, '未同意行銷者不出現在名單', 214, '通過'],
              ],
            },
          ]),
        },
      ],
      claims: [{ targets: ['2.1', '2.2', 'KA2', 'S11'], method: 'M1' }],
    },
    {
      item: { title: maintenanceLog, producedOn: day(90) },
      files: [
        {
          name: '行銷資料庫維護紀錄.xlsx',
          bytes: spreadsheet([
            {
              name: '維護紀錄',
              widths: [14, 30, 12, 34],
              rows: [
                ['日期', '工作', '處理筆數', '改善'],
                [day(90), '每週查重與退信清理', 58, '新增電話格式檢查'],
                [day(55), '每週查重與退信清理', 31, '查重改為夜間自動執行'],
                [day(20), '季度欄位檢討', 1163, '加上同意日期索引，名單產出由 40 秒減為 6 秒'],
              ],
            },
          ]),
        },
      ],
      claims: [{ targets: ['2.3', '2.4', 'KA2'], method: 'M5' }],
    },
    {
      item: { title: '資料庫與系統故障緊急應變計畫', producedOn: day(75) },
      files: [
        await report('資料庫與系統故障緊急應變計畫', 75, [
          [
            ['聯繫層級', '值班組長十分鐘內通報資訊窗口，三十分鐘未恢復通報營運主管。'],
            ['維持運作', '改用紙本受理單與語音留言；系統恢復後兩小時內回電並補登。'],
            ['備份', '每日異地備份，每季還原演練一次；上次演練用時 18 分鐘。'],
          ],
        ]),
      ],
      claims: [{ targets: ['2.5', 'K02'], method: 'M1' }],
    },
    {
      item: { title: '售後服務與留住客戶策略', producedOn: day(110) },
      files: [
        await report('售後服務與留住客戶策略', 110, [
          [
            ['一、有效的售後服務策略', '安裝後第三天與第三十天追蹤電話；重複報修者由同一位專員負責到底。'],
            ['二、忠誠度與回籠', '滿兩年客戶享延長保固優惠；流失六個月內以舊換新邀請回籠。'],
            ['三、支持流程', '追蹤電話由系統派案，專員當日登錄結果，未接通者隔日再撥，兩次未接改以簡訊。'],
          ],
        ]),
      ],
      claims: [{ targets: ['3.1', '3.2', '3.3', 'KA3', 'K03'], method: 'M6' }],
    },
    {
      item: { title: '客戶留存成效圖', producedOn: day(40) },
      files: [{ name: '近五季續約率.png', bytes: barChart([52, 54, 58, 62, 67]) }],
      claims: [{ targets: ['3.4', 'KA3'], method: 'M7' }],
    },
    {
      item: {
        title: '服務流程檢討與調整說明',
        producedOn: day(34),
        statement:
          '每月檢視追蹤電話的接通率與續約率。第二季發現第三十天的電話接通率只有 41%，訪問 20 位客戶後改在晚間撥打，並把第二次追蹤改為簡訊加回電預約。調整後接通率為 63%，續約率由 58% 升為 67%，新做法已寫入作業手冊。',
      },
      files: [],
      claims: [{ targets: ['3.4', '3.5', 'S10'], method: 'M7' }],
    },
    {
      item: { title: '銷售與客戶服務績效報告', producedOn: day(12) },
      files: [
        await report('銷售與客戶服務績效報告', 12, [
          [
            ['報告準則', '依利害關係人會議決議：成交率、客單價、退款率、派工等候時間。'],
            [
              '分析',
              '成交率 9.4%，高於目標 0.4 個百分點；退款率 2.1%，集中於同一型號。',
              '派工等候由 3.2 天減為 2.4 天，與夜間查重後名單正確有關。',
            ],
          ],
          [['建議', '請銷售暫停推薦該型號；帳務與承包商共用同一份等候名單。']],
        ]),
      ],
      claims: [{ targets: ['4.1', '4.2', 'KA4', 'S01'], method: 'M8' }],
    },
    {
      item: { title: dashboard, producedOn: day(10), url: 'https://reports.example.com/contact-centre/monthly' },
      files: [],
      claims: [{ targets: ['4.3'], method: 'M8' }],
    },
    {
      item: { title: certificate, producedOn: day(210), producedBy: 'organisation', copy: true },
      files: [
        {
          name: '結業證明影本.pdf',
          bytes: await paper({
            title: '研習結業證明',
            byline: `晨光家電人才發展室　${day(210)}`,
            pages: [[['茲證明', `${author}修畢「資料庫管理實務」二十四小時研習，成績及格。`]]],
          }),
        },
      ],
      claims: [{ targets: ['K08'], method: 'M1' }],
    },
  ];
}
