import { type SaveReport } from '../../third-parties/form.dto.js';
import { daysAgo, type Piece, report } from '../acting/handing-in.js';
import { spreadsheet } from '../files/spreadsheet.js';

/** The outputs of the standard, as her work has left them. */
export async function portfolio(author: string): Promise<Piece[]> {
  return [
    {
      item: { title: '客戶服務紀錄', producedOn: daysAgo(28) },
      files: [{ name: '客戶服務紀錄.xlsx', bytes: serviceLog() }],
      claims: [
        { targets: ['O1.1.1', 'P1.1.4', 'O1.3.1', 'P1.3.3'], method: 'X3' },
        { targets: ['B1/S03', 'B1/S04'], method: 'X3' },
      ],
    },
    {
      item: {
        title: '客戶投訴紀錄與後續追蹤',
        producedOn: daysAgo(21),
        othersData: true,
        othersDataReason: '客戶姓名與電話已遮蔽，僅保留編號；經過須可讀才能評量。',
      },
      files: [
        await report(author, '客戶投訴紀錄與後續追蹤', 21, [
          [
            ['事由', '送修逾期八天，客戶認為兩次電話說法不一。'],
            ['處理', '先複述並道歉，當場查明零件延遲；提供代用機，約定三日內回覆。'],
            ['後續', '第二天回電告知到貨日，取件後再追蹤一次，客戶表示滿意。'],
          ],
        ]),
      ],
      claims: [{ targets: ['O1.2.1', 'P1.2.4', 'P1.2.5'], method: 'X3' }],
    },
    {
      item: { title: '十月客戶服務報告', producedOn: daysAgo(14) },
      files: [
        await report(author, '十月客戶服務報告', 14, [
          [
            ['件數', '服務 412 件、投訴 9 件；七日內結案 97%。'],
            ['觀察', '三成詢問與換季優惠有關，建議把說明放到取件單背面。'],
          ],
        ]),
      ],
      claims: [{ targets: ['O2.1.1', 'P2.1.3', 'B2/S07'], method: 'X3' }],
    },
    {
      item: { title: '客戶資料維護紀錄', producedOn: daysAgo(35) },
      files: [{ name: '客戶資料維護紀錄.xlsx', bytes: upkeepLog() }],
      claims: [{ targets: ['P2.1.1', 'P2.1.2', 'B2/K04'], method: 'X3' }],
    },
  ];
}

function serviceLog(): Buffer {
  const rows = [
    ['日期', '事項', '需求與處理'],
    [daysAgo(30), '除濕機不啟動', '指導排除；告知清潔濾網的週期'],
    [daysAgo(29), '詢問延長保固', '說明方案；客戶另需到府安裝，代為預約'],
    [daysAgo(28), '發票遺失', '依規定補開證明，並報主管'],
  ];
  return spreadsheet([{ name: '服務紀錄', widths: [14, 24, 48], rows }]);
}

function upkeepLog(): Buffer {
  const rows = [
    ['日期', '工作', '筆數'],
    [daysAgo(63), '更新聯絡方式與同意註記', 58],
    [daysAgo(49), '合併重複客戶', 12],
    [daysAgo(35), '更新聯絡方式；核對與取件單一致', 44],
  ];
  return spreadsheet([{ name: '維護', widths: [14, 32, 10], rows }]);
}

/** Her shop manager, who has no account. */
export const shopManager = {
  name: '許雅雯',
  email: 'hsu.yawen@example.com',
  relation: '店長',
  targetRefs: ['P1.1.1', 'P1.1.2', 'P1.1.3', 'P1.3.1', 'P1.3.2'],
};

export const shopManagersReport = (): SaveReport => ({
  name: shopManager.name,
  post: '晨光家電信義門市店長',
  relation: shopManager.relation,
  contact: '02-8765-4321',
  periodFrom: daysAgo(180),
  periodTo: daysAgo(2),
  answers: shopManager.targetRefs.map((ref) => ({ ref, seen: 'yes' })),
  general: '同一班共事半年，遇到不懂的會先查規定再回覆客戶。',
});
