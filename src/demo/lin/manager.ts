import { type SaveReport } from '../../third-parties/form.dto.js';
import { daysAgo } from '../acting/handing-in.js';

const name = '蘇建宏';

/** Her manager, who has no account and is invited by e-mail. */
export const manager = {
  name,
  email: 'su.chienhung@example.com',
  relation: '直屬主管',
  targetRefs: ['1.2', '1.5', '2.4', '3.5', '4.3'],
  message: '請就您親眼所見的工作填寫，沒看過的請選「沒看過」。',
};

export const managersReport = (): SaveReport => ({
  name,
  post: '晨光家電客服中心經理',
  relation: '直屬主管',
  contact: '02-2345-6789 分機 210',
  periodFrom: daysAgo(330),
  periodTo: daysAgo(3),
  answers: [
    { ref: '1.2', seen: 'yes', comment: '我也在會議上，決議是她整理後各方簽回的。' },
    { ref: '1.5', seen: 'yes', comment: '兩場說明會都由她主講。' },
    { ref: '2.4', seen: 'yes', comment: '每週一早上看得到她的查重紀錄，已持續九個月。' },
    { ref: '3.5', seen: 'partly', comment: '看得到改為晚間撥打後的結果，決定的過程我沒有參與。' },
    { ref: '4.3', seen: 'yes', comment: '每月五日前收到報告，沒有遲過。' },
  ],
  general: '做事有條理，會主動告知會延誤的事。',
});
