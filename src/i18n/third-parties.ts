import { type Texts } from './i18n.js';

/** What somebody without an account reads before they report, and what they put their name to. */
export const thirdPartyTexts: Texts<'title' | 'title_with_post' | 'privacy' | 'statement'> = {
  'zh-TW': {
    title: '第三方報告：{name}',
    title_with_post: '第三方報告：{name}（{post}）',
    privacy:
      '{body}蒐集您的姓名、職稱、與受評者的關係、聯絡方式及報告內容，用於評量{candidate}的職能、查證報告，以及後續的審查與申覆，' +
      '並依公告之年限保存。受評者可以看到您的報告；您的姓名、職稱、關係、所述期間與報告內容會列入評量結果文件，聯絡方式與電子郵件不會。' +
      '您可以不填寫；要查詢、複製、更正或刪除您的資料，請洽{body}。',
    statement:
      '我聲明以上內容是我親自見聞並據實填寫；我不是受評者本人，也不是這次評量的評量者，並同意{body}就這份報告與我聯絡查證。',
  },
  en: {
    title: 'Third-party report: {name}',
    title_with_post: 'Third-party report: {name} ({post})',
    privacy:
      '{body} collects your name, post, relation to the candidate, contact details and report in order to assess the competence of {candidate}, to confirm the report, and for later verification and appeals, and keeps them as long as its published periods say. ' +
      'The candidate can read your report. Your name, post, relation, the period you speak of and the report itself are part of the result document; your contact details and e-mail address are not. ' +
      'You need not take part. To see, copy, correct or delete your data, ask {body}.',
    statement:
      'I declare that I saw for myself what I report above and that it is true. I am neither the candidate nor an assessor of this assessment, and I agree that {body} may contact me to confirm this report.',
  },
};
