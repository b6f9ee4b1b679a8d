import { daysAgo, type Piece, report as reportOf } from '../acting/handing-in.js';
import { spreadsheet } from '../files/spreadsheet.js';
import { type Paper } from '../files/paper.js';

/** What the first assessor rejects and the appeal is about. */
export const drill = '備援切換演練紀錄';

/** What somebody brings along who has done the work elsewhere. */
export async function portfolio(author: string): Promise<Piece[]> {
  const report = (title: string, ago: number, pages: Paper['pages']) => reportOf(author, title, ago, pages);
  const papers: [title: string, ago: number, pages: Paper['pages'], claims: Piece['claims']][] = [
    [
      '遠方電信客服年度行銷計畫',
      260,
      [
        [
          ['一、原則架構', '以服務行銷 7P 為架構；與 AIDA 比較後，認為後者只談成交，不談續用。'],
          ['二、併入年度目標', '首次解決率、續約率與推薦成交率列入客服年度目標，每季於營運會議檢討。'],
        ],
      ],
      [{ targets: ['1.1', '1.3', 'KA1'], method: 'M2' }],
    ],
    [
      '跨部門行銷原則會議紀錄',
      250,
      [
        [
          ['出席', '客服、業務、帳務、工程外包商。'],
          ['決議', '同意行銷原則；業務看成交率、帳務看退費率、外包商看到場時效，每月十日前提供報告。'],
        ],
      ],
      [
        { targets: ['1.2'], method: 'M2' },
        { targets: ['4.1', '4.3'], method: 'M8' },
      ],
    ],
    [
      '供應鏈對象與推廣活動紀錄',
      220,
      [
        [
          ['對象', '裝機外包商、門市、帳務中心，共 31 個窗口；各自經手的環節見附圖。'],
          ['做法與成果', '四場線上說明會，服務單一窗口的使用率由 35% 升為 71%。'],
        ],
      ],
      [{ targets: ['1.4', '1.5', 'K04'], method: 'M3' }],
    ],
    [
      drill,
      180,
      [
        [
          ['演練', '主資料庫中斷，切換備援並以人工受理單維持服務，全程 26 分鐘。'],
          ['參與者', '資訊組兩人、客服值班三人。'],
        ],
        [
          ['切換決定', `09:12　值班主管${author}判斷十分鐘內無法恢復，決定切換備援並通報營運主管。`],
          ['簽核', `值班主管　${author}　　資訊組長　郭俊傑`],
        ],
      ],
      [{ targets: ['2.5', 'K02', 'S12'] }],
    ],
    [
      '留客方案與售後服務流程',
      200,
      [
        [
          ['方案', '裝機後第七天與第三十天關懷電話；滿兩年客戶升速優惠。'],
          ['流程', '由系統派案、專員當日登錄，兩次未接改以簡訊。'],
        ],
      ],
      [{ targets: ['3.1', '3.2', '3.3', 'KA3', 'K03'], method: 'M6' }],
    ],
    [
      '第三季客服績效報告',
      120,
      [
        [
          ['分析', '推薦成交率 8.1%，退費率 1.7%；到場時效與抱怨量同步下降。'],
          ['寄送', '十月九日寄給業務、帳務與外包商，收件回條附後。'],
        ],
      ],
      [{ targets: ['4.1', '4.2', '4.3', 'KA4', 'S01', 'S07'], method: 'M8' }],
    ],
  ];
  const written = await Promise.all(
    papers.map(async ([title, ago, pages, claims]): Promise<Piece> => {
      const group = title === drill && { groupWork: true, candidatePart: '擔任值班主管，決定切換並通報。' };
      return { item: { title, producedOn: daysAgo(ago), ...group }, files: [await report(title, ago, pages)], claims };
    }),
  );
  return [...written, database(), review()];
}

function database(): Piece {
  const title = '行銷資料庫規格與維護紀錄';
  const rows = [
    ['日期', '工作', '筆數'],
    [daysAgo(210), '新增合約到期日、同意日期兩欄並測試匯入', 5200],
    [daysAgo(175), '每月查重', 143],
    [daysAgo(145), '每月查重；改善：電話先去除分隔符號再比對', 61],
  ];
  const bytes = spreadsheet([{ name: '維護', widths: [14, 46, 10], rows }]);
  return {
    item: { title, producedOn: daysAgo(145) },
    files: [{ name: `${title}.xlsx`, bytes }],
    claims: [{ targets: ['2.1', '2.2', '2.3', '2.4', 'KA2', 'K08', 'S14'], method: 'M5' }],
  };
}

function review(): Piece {
  const statement =
    '每月看關懷電話接通率與續約率。第二季發現第三十天的電話多在裝機問題解決前撥出，改為結案後三天撥打，抱怨減少四成；九月起寫入作業手冊。';
  return {
    item: { title: '留客流程檢視與調整', producedOn: daysAgo(130), statement },
    files: [],
    claims: [{ targets: ['3.4', '3.5', 'KA3', 'S10'], method: 'M7' }],
  };
}
