const perTask = { indicators: 5, outputs: 1 };
const itemsPerTask = 1 + perTask.indicators + perTask.outputs;
const tasksPerDuty = 10;
const knowledgePerBlock = 8;
const skillsPerBlock = 8;

/**
 * The text of a valid occupational standard, `BIG2421-001v2`, with at least `items` items (duties, tasks, outputs,
 * indicators, knowledge, skills, attitudes), printed as the real ones are: tabs, repeated headers, pieces over pages.
 */
export function standardSource({ items }: { items: number }): string {
  const itemsPerDuty = 1 + tasksPerDuty * itemsPerTask + knowledgePerBlock + skillsPerBlock;
  const duties = Math.max(1, Math.ceil((items - 1) / itemsPerDuty));
  if (duties > 100) throw new RangeError('A standard of this factory has at most 100 duties');
  return [
    '規模測試人員職能基準',
    '',
    '版本\t職能基準代碼\t職能基準名稱\t狀態\t更新說明\t發展更新日期',
    'v2\tBIG2421-001v2\t規模測試人員\t最新版本\t略\t2024/12/31',
    '\tBIG2421-001\t規模測試人員\t歷史版本\t已被《BIG2421-001v2》取代\t2020/12/31',
    '',
    '職能基準代碼\t\tBIG2421-001v2\t\t\t',
    '職能基準名稱 (擇一填寫)\t\t職類\t\t\t',
    '\t\t職業\t規模測試人員\t\t',
    '所屬類別\t職類別\t企業經營管理 / 行政支援\t職類別代碼\tBIG\t',
    '\t職業別\t組織及政策管理專業人員\t職業別代碼\t2421\t',
    '\t行業別\t支援服務業 / 行政支援服務業\t行業別代碼\tN8209\t',
    '工作描述\t\t依據需求，測試大型職能基準。\t\t\t',
    '基準級別\t\t3\t\t\t',
    ...Array.from({ length: duties }, (_, i) => dutyRows(i + 1)).flat(),
    '',
    '職能內涵 (A=attitude 態度)',
    '',
    'A01謹慎細心：對於任務的執行過程，能謹慎考量及處理所有細節。',
    '',
    '說明與補充事項',
    '',
    '- 建議擔任此職類/職業之學歷/經歷/或能力條件：無。',
    '- 【註1】測試資料：如規模、順序、內容等。',
    '',
  ].join('\n');
}

const header =
  '主要職責\t工作任務\t工作產出\t行為指標\t職能級別\t職能內涵 (K=knowledge 知識)\t職能內涵 (S=skills 技能)';

// Every duty starts a page, and its last indicator runs over to the next.
function dutyRows(duty: number): string[] {
  const rows = ['', header];
  for (let task = 1; task <= tasksPerDuty; task++) {
    const code = `${duty}.${task}`;
    const indicators = range(perTask.indicators).map(
      (n) => `<p>P${code}.${n}依據組織政策，完成第${duty}項職責第${task}項任務的第${n}個步驟並維持品質。</p>`,
    );
    const first = task === 1;
    rows.push(
      [
        first ? `T${duty}執行第${duty}項職責` : '',
        `T${code}完成第${task}項任務`,
        range(perTask.outputs)
          .map((n) => `O${code}.${n}第${duty}之${task}號紀錄`)
          .join(' '),
        indicators.join(' '),
        first ? '3' : '',
        first ? local('K', duty, knowledgePerBlock) : '',
        first ? local('S', duty, skillsPerBlock) : '',
      ].join('\t'),
    );
  }
  const last = rows.at(-1)!;
  rows[rows.length - 1] = last.replace('並維持品質。</p>\t\t\t', '並維</p>\t\t\t');
  return rows[rows.length - 1] === last ? rows : [...rows, '', header, '\t\t\t持品質。\t\t\t'];
}

// A block repeats the last two codes of the block before, as the real ones do.
function local(letter: 'K' | 'S', duty: number, count: number): string {
  const start = (duty - 1) * (count - 2);
  return range(count)
    .map(
      (n) =>
        `<p>${letter}${String(start + n).padStart(2, '0')}第${start + n}種${letter === 'K' ? '知識^{【註1】}' : '技能'}</p>`,
    )
    .join(' ');
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
