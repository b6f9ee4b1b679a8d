import { words } from '../i18n/words';

/**
 * What mends a gap, said to the candidate; the server's own words speak of them to others. `of` are the numbers of the
 * evidence that it is done to.
 */
export const mendWords = words(
  {
    add_direct_evidence: '請評量者安排一次觀察、提問或實作示範。',
    hold_conversation: '請評量者安排一次觀察、提問或實作示範。',
    witness_tasks: '請評量者安排觀察、提問或實作示範，讓每項任務都有人看過您做。',
    do_more_methods: '和評量者討論還可以用哪些方法評量。',
    sight_original: (of: string) => `把證據 ${of} 的正本帶給評量者看。`,
    confirm_in_conversation: (of: string) => `評量者會問您證據 ${of} 是怎麼完成的，請準備好說明。`,
    judge_claims: (of: string) => `等評量者判斷證據 ${of}，您不必做什麼。`,
    sign_items: (of: string) => `等做紀錄的人簽署證據 ${of}，您不必做什麼。`,
    settle_dispute: '等評量者討論出一致的判斷，您不必做什麼。',
    claim_evidence: '交一件能證明這一項的證據。',
    claim_witnessed_or_own_work: '交一件您自己的工作成果，或請評量者安排觀察或提問。',
    claim_or_attribute: '交能證明這些項目的證據，或請評量者看看是否已從其他項目證明。',
    answer_more_needed: (of: string) => `照評量者對證據 ${of} 的說明補充證據。`,
    declare_items: (of: string) => `聲明證據 ${of} 真實反映您的工作。`,
    receive_files_again: (of: string) => `證據 ${of} 的檔案不完整，請撤回後重新上傳。`,
    state_part: (of: string) => `在證據 ${of} 寫明您做了哪一部分。`,
    give_produced_on: (of: string) => `填上證據 ${of} 是哪一天完成的。`,
    correct_produced_on: (of: string) => `更正證據 ${of} 的完成日期。`,
    redact_or_justify: (of: string) => `在證據 ${of} 寫明為什麼需要保留別人的資料；或撤回，改交遮住別人資料的版本。`,
    complete_report: (of: string) => `請寫報告的人補齊證據 ${of} 的資料。`,
    other_reporter: (of: string) => `請您和評量者以外的人另寫一份報告，取代證據 ${of}。`,
    add_independent_item: '為這些項目再交一件證據，形式、來源或日期和現有的不同。',
    add_other_dates: '再交其他日期完成的證據，顯示您持續做到。',
    spread_evidence: (of: string) => `用其他證據分擔證據 ${of} 所證明的部分項目；確實適合集中在一件時，請和主評討論。`,
    add_other_evidence: '不必處理；想多一件證據，請交不同的內容。',
  },
  {
    add_direct_evidence: 'Ask your assessor to arrange an observation, a questioning or a demonstration.',
    hold_conversation: 'Ask your assessor to arrange an observation, a questioning or a demonstration.',
    witness_tasks:
      'Ask your assessor to arrange observations, questionings or demonstrations, so that each task is seen.',
    do_more_methods: 'Ask your assessor by which other methods you could be assessed.',
    sight_original: (of: string) => `Bring the original of evidence ${of} to your assessor.`,
    confirm_in_conversation: (of: string) =>
      `Your assessor will ask you how evidence ${of} came about; be ready to explain it.`,
    judge_claims: (of: string) => `Evidence ${of} waits for your assessor; there is nothing for you to do.`,
    sign_items: (of: string) => `Evidence ${of} waits for its author to sign; there is nothing for you to do.`,
    settle_dispute: 'The assessors have to agree first; there is nothing for you to do.',
    claim_evidence: 'Hand in evidence that shows this.',
    claim_witnessed_or_own_work:
      'Hand in a piece of your own work, or ask your assessor to arrange an observation or a questioning.',
    claim_or_attribute: 'Hand in evidence for these, or ask your assessor whether something else shows them already.',
    answer_more_needed: (of: string) => `Add what your assessor asked for about evidence ${of}.`,
    declare_items: (of: string) => `Declare that evidence ${of} truly reflects your work.`,
    receive_files_again: (of: string) => `A file of evidence ${of} is incomplete: withdraw it and upload it again.`,
    state_part: (of: string) => `Say in evidence ${of} which part was yours.`,
    give_produced_on: (of: string) => `Say on which day evidence ${of} was made.`,
    correct_produced_on: (of: string) => `Correct the day evidence ${of} was made.`,
    redact_or_justify: (of: string) =>
      `Say in evidence ${of} why the data of others has to stay readable; or withdraw it and hand in a copy with them covered.`,
    complete_report: (of: string) => `Ask who wrote evidence ${of} to complete it.`,
    other_reporter: (of: string) =>
      `Have somebody other than you and the assessors write a report in place of evidence ${of}.`,
    add_independent_item: 'Hand in one more piece for these that differs in form, source or date.',
    add_other_dates: 'Hand in evidence made on other days, which shows that you keep it up.',
    spread_evidence: (of: string) =>
      `Have other evidence show some of what evidence ${of} shows; where one piece is really best, talk to your lead assessor.`,
    add_other_evidence: 'Nothing needs to be done; for a further piece, hand in something different.',
  },
);
