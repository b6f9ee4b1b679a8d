import { words } from '../i18n/words';

export const helpWords = words(
  {
    rulesTitle: '四項證據規則是什麼？',
    rules:
      '有效性：證據真的顯示這一項要求的能力。\n充分性：份量夠，足以讓人放心下判斷。\n真實性：確實是受評者自己做的，或由說明的人親眼看到。\n時效性：夠新，能代表現在的能力。四項都成立，主張才接受得了。',
    claimsTitle: '「主張」是什麼？',
    claims:
      '主張是說：這件證據（或其中某一頁、某一段）可以證明某一項。受評者和評量者都能提出；評量者判斷為「接受」，而且證據的日期、聲明等條件齊備，才會採計。',
    findingsTitle: '這些事項從哪裡來？',
    findings:
      '系統依規則逐項檢查已採計的證據。擋住的事項沒有補齊，就不能判定「已具備」；「尚未具備」隨時可以判定。系統只檢查，判定的人是您。',
    waiversTitle: '什麼時候可以說明後不處理？',
    waivers: '提醒事項不擋判定，但要有交代：補上證據，或寫下這次為什麼不需要。理由會連同您的姓名印在判定書上。',
    classesTitle: '直接、間接、補充證據怎麼分？',
    classes:
      '直接：評量者親眼看到，例如觀察、提問、實作示範。間接：檢視受評者做出來的成果。補充：由別人轉述，例如第三方報告。分類依證據的形式與來源，不是依檔案種類。',
    samplingTitle: '抽樣怎麼進行？',
    sampling:
      '先依基本比例抽，再讓風險較高的（新評量者、新單元、曾經申覆）多抽一些。種子由伺服器產生並留存，任何人都能重算出同一批，所以沒有人能挑案子。',
    blindTitle: '盲評是什麼？',
    blind: '審查者在看到評量者的判斷之前，先對同一批主張自己判斷一次。兩邊的結果並列，就能看出大家用的標準是不是一樣。',
    kappaTitle: 'Kappa 怎麼看？',
    kappa:
      'Kappa 是扣掉碰巧相同之後，兩位評量者判斷一致的程度：1 是完全一致，0 等於碰巧。件數少時區間很寬，先看區間，再談數字；它用來討論標準，不用來評比個人。',
    holdsTitle: '「保留」有什麼作用？',
    holds: '保留期間，這件評量的紀錄到期也不會刪除，例如有爭議或調查時。解除後，保存期限照原來的規則計算。',
    settingsTitle: '改了設定，以前的結果會變嗎？',
    settings: '不會。每份判定都記著當時適用的設定版本；新的數值只用在之後的檢查與判定，理由與變更者會一起留下。',
  },
  {
    rulesTitle: 'What are the four rules of evidence?',
    rules:
      'Validity: it really shows what the target asks for.\nSufficiency: there is enough of it to decide with confidence.\nAuthenticity: it is the candidate’s own, or was seen by whoever tells of it.\nCurrency: it is recent enough to show what they can do now. A claim is accepted where all four hold.',
    claimsTitle: 'What is a claim?',
    claims:
      'A claim says that this evidence, or a page or passage of it, shows one target. Candidates and assessors can both make one. It counts once an assessor accepts it and its evidence is in order: dated, declared, not withdrawn.',
    findingsTitle: 'Where do these come from?',
    findings:
      'Rules are checked against the evidence that counts. While anything blocks, “competent” cannot be given; “not yet competent” always can. The software only checks: the verdict is yours.',
    waiversTitle: 'When may a warning be left as it is?',
    waivers:
      'A warning blocks nothing but needs an answer: more evidence, or why it is not needed this time. The reason is printed on the verdict with your name.',
    classesTitle: 'What is direct, indirect and supplementary evidence?',
    classes:
      'Direct: witnessed by the assessor, as in observation, questioning or demonstration. Indirect: the candidate’s work, examined. Supplementary: told by others, as in a third-party report. Form and origin decide, not the type of the file.',
    samplingTitle: 'How is a sample drawn?',
    sampling:
      'First by the base percentage; then more where the risk is higher: new assessors, new units, appeals. The server makes and keeps the seed, so that anybody can compute the same draw and nobody can pick cases.',
    blindTitle: 'What is a blind judgement?',
    blind:
      'The verifier judges the same claims before seeing what the assessor decided. Side by side, the two show whether everybody uses the same standard.',
    kappaTitle: 'How is kappa read?',
    kappa:
      'Kappa tells how far two judges agree beyond chance: 1 is full agreement, 0 is no more than chance. With few cases the interval is wide, so look at it first. It is for talking about standards, not for ranking people.',
    holdsTitle: 'What does a hold do?',
    holds:
      'While it is held, nothing of the assessment is deleted when it falls due, for example during a dispute or an inquiry. Once it is let go, the usual periods apply.',
    settingsTitle: 'Do earlier results change with a setting?',
    settings:
      'No. Every verdict keeps the version of the settings it was given under. New values hold for later checks and verdicts only, and the reason and the author stay on record.',
  },
);
