import { words } from '../i18n/words';

export const formLabels = words(
  {
    document: '文件',
    image: '圖片',
    audio: '錄音',
    video: '錄影',
    spreadsheet: '試算表',
    archive: '壓縮檔',
    link: '連結',
    text: '文字',
    observation: '觀察紀錄',
    questioning: '提問紀錄',
    demonstration: '實作示範',
    third_party_report: '第三方報告',
  },
  {
    document: 'Document',
    image: 'Picture',
    audio: 'Sound',
    video: 'Video',
    spreadsheet: 'Spreadsheet',
    archive: 'Archive',
    link: 'Link',
    text: 'Text',
    observation: 'Observation',
    questioning: 'Questioning',
    demonstration: 'Demonstration',
    third_party_report: 'Third-party report',
  },
);

export const classLabels = words(
  { direct: '直接證據', indirect: '間接證據', supplementary: '補充證據' },
  { direct: 'Direct', indirect: 'Indirect', supplementary: 'Supplementary' },
);

export const typeLabels = words(
  {
    duty: '主要職責',
    task: '工作任務',
    element: '職能內涵',
    output: '工作產出',
    criterion: '行為指標',
    indicator: '行為指標',
    knowledge: '知識',
    skill: '技能',
    attitude: '態度',
    key_aspect: '評量之關鍵面向',
    context: '情境與資源',
    method: '評量方法',
  },
  {
    duty: 'Duty',
    task: 'Task',
    element: 'Element',
    output: 'Work output',
    criterion: 'Performance criterion',
    indicator: 'Performance indicator',
    knowledge: 'Knowledge',
    skill: 'Skill',
    attitude: 'Attitude',
    key_aspect: 'Key aspect',
    context: 'Context and resources',
    method: 'Method',
  },
);

export const targetStateLabels = words(
  {
    met: '已符合',
    disputed: '判斷不一致',
    insufficient: '尚不足夠',
    in_progress: '待判斷',
    more_needed: '需要補充',
    gap: '沒有證據',
  },
  {
    met: 'Met',
    disputed: 'Disputed',
    insufficient: 'Not enough',
    in_progress: 'To be judged',
    more_needed: 'More needed',
    gap: 'No evidence',
  },
);

export const claimStateLabels = words(
  {
    accepted: '已接受',
    rejected: '不接受',
    more_needed: '需要補充',
    unjudged: '待判斷',
    disputed: '判斷不一致',
    counts: '採計',
    not_counting: '已接受但不採計',
  },
  {
    accepted: 'Accepted',
    rejected: 'Rejected',
    more_needed: 'More needed',
    unjudged: 'To be judged',
    disputed: 'Disputed',
    counts: 'Counts',
    not_counting: 'Accepted, does not count',
  },
);

export const pathwayLabels = words(
  { training: '訓練', rpl: '先前學習認可' },
  { training: 'Training', rpl: 'Recognition of prior learning' },
);

export const dutyLabels = words(
  { lead_assessor: '主評量者', assessor: '評量者', verifier: '審查者' },
  { lead_assessor: 'Lead assessor', assessor: 'Assessor', verifier: 'Verifier' },
);

export const makerLabels = words(
  { candidate: '受評者', assessor: '評量者', third_party: '第三方', organisation: '所屬單位' },
  { candidate: 'The candidate', assessor: 'An assessor', third_party: 'A third party', organisation: 'The employer' },
);
