import { type Texts } from './i18n.js';

type Key =
  | `title_${'competency_unit' | 'occupational_standard'}`
  | `level_${1 | 2 | 3 | 4 | 5 | 6}`
  | `outcome_${'competent' | 'not_yet_competent'}`
  | `result_${'met' | 'not_met' | 'not_assessed'}`
  | `judgement_${'accepted' | 'rejected' | 'more_needed'}`
  | `class_${'direct' | 'indirect' | 'supplementary'}`
  | `observed_${'shown' | 'not_shown' | 'not_seen'}`
  | `seen_${'yes' | 'partly' | 'no' | 'unknown'}`
  | `rule_${'validity' | 'sufficiency' | 'authenticity' | 'currency'}`
  | `rules_${'all' | 'held' | 'failed' | 'unconsidered'}`
  | `note_${'optional' | 'knowledge' | 'knowledge_required' | 'methods' | 'methods_unnamed' | 'judgements' | 'superseded' | 'reports'}`
  | `answer_${'satisfactory' | 'not_satisfactory' | 'not_asked'}`
  | `mode_${'oral' | 'written'}`
  | `purpose_${'questioning' | 'rpl_conversation'}`
  | `original_${'sighted' | 'unsighted'}`
  | `pathway_${'training' | 'rpl'}`
  | `section_${'main_unit' | 'main_standard' | 'outputs' | 'key_aspects' | 'knowledge' | 'attitudes' | 'contexts' | 'methods' | 'items' | 'observations' | 'questionings' | 'sittings' | 'reports' | 'process' | 'uncounted' | 'judgements'}`
  | 'document_number'
  | 'candidate'
  | 'competency_unit'
  | 'occupational_standard'
  | 'level'
  | 'level_value'
  | 'pathway'
  | 'pathway_value'
  | 'from_attempt'
  | 'follows_verdict'
  | 'follows_attempt'
  | 'redaction_of'
  | 'lead_assessor'
  | 'assessors'
  | 'qualification'
  | 'decided_on'
  | 'day'
  | 'taipei'
  | 'notified_on'
  | 'appeal_until'
  | 'verification'
  | 'version_value'
  | 'edition_value'
  | 'reasons'
  | 'gaps'
  | 'feedback'
  | 'next_step'
  | 'signature'
  | 'signature_explained'
  | 'signature_of'
  | 'signature_field'
  | 'signature_reason'
  | 'not_signed'
  | 'specimen'
  | 'preview'
  | 'seal_of'
  | 'seal_field'
  | 'seal_reason'
  | 'no_score'
  | 'record_embedded'
  | 'evidence'
  | 'code'
  | 'text'
  | 'result'
  | 'number'
  | 'item'
  | 'produced_on'
  | 'received_at'
  | 'declared_at'
  | 'not_declared'
  | 'signed_at'
  | 'signed_hash'
  | 'withdrawn_at'
  | 'observed_at'
  | 'task'
  | 'observers'
  | 'conclusion'
  | 'concluded_by'
  | 'not_concluded'
  | 'they_differ'
  | 'why_so'
  | 'seen_by'
  | 'place'
  | 'present'
  | 'context'
  | 'notes'
  | 'observer'
  | 'method'
  | 'observed'
  | 'note'
  | 'times_counted'
  | 'in_brackets'
  | 'period'
  | 'days'
  | 'reporter'
  | 'post'
  | 'relation'
  | 'reported_period'
  | 'remarks'
  | 'seen'
  | 'judged_targets'
  | 'rules_and_reason'
  | 'unknown'
  | 'section_plan'
  | 'no_plan'
  | 'plan_version'
  | 'plan_made'
  | 'plan_acknowledged'
  | 'acknowledged_at'
  | 'earlier_acknowledged_at'
  | 'not_acknowledged'
  | 'adjustment'
  | 'plan_parts'
  | 'plan_part'
  | 'part_whole'
  | 'part_refs'
  | 'plan_hash'
  | 'context_confirmed'
  | 'context_available'
  | 'context_missing'
  | 'context_unconfirmed'
  | 'in_plan'
  | 'method_document'
  | 'method_guide'
  | 'method_own'
  | 'method_unplanned'
  | 'method_needs'
  | 'adjustments'
  | 'waivers'
  | 'waiver'
  | 'evaluated_rules'
  | 'warnings'
  | 'none'
  | 'rules_checked'
  | 'settings'
  | 'subject'
  | 'when'
  | 'judged'
  | 'why'
  | 'reason'
  | 'superseded'
  | 'page_of'
  | 'missing_characters'
  | 'qr'
  | 'attachment'
  | 'source_hash'
  | 'basis_hash'
  | 'item_reference'
  | 'item_references'
  | 'shown_through'
  | 'purpose'
  | 'asked_at'
  | 'talked_about'
  | 'question'
  | 'answer'
  | 'tied_to'
  | 'assessor_note'
  | 'group_part'
  | 'group_part_unsaid'
  | 'copy'
  | 'written_supervised'
  | 'confirmed_in'
  | 'others_data'
  | 'others_data_reason';

/** The words of printed documents. No word here may suggest a state examination or an accreditation. */
export const documentTexts: Texts<Key> = {
  'zh-TW': {
    title_competency_unit: '職能單元評量結果',
    title_occupational_standard: '職能基準評量結果',
    level_1: '在密切監督與明確指示下，執行例行性的工作。',
    level_2: '在經常監督下，處理大多可預期的工作。',
    level_3: '在一般監督下獨立工作，部分情況非屬例行。',
    level_4: '在變動的情況中少受監督，能規劃與設計。',
    level_5: '在複雜的情況中自主工作，能作策略性判斷。',
    level_6: '在高度複雜的情況中，作出原創性的貢獻。',
    outcome_competent: '已具備',
    outcome_not_yet_competent: '尚未具備',
    result_met: '已達成',
    result_not_met: '未達成',
    result_not_assessed: '未評量',
    judgement_accepted: '接受',
    judgement_rejected: '不接受',
    judgement_more_needed: '需要更多證據',
    class_direct: '直接',
    class_indirect: '間接',
    class_supplementary: '補充',
    observed_shown: '已展現',
    observed_not_shown: '未展現',
    observed_not_seen: '未觀察到',
    seen_yes: '親自見過',
    seen_partly: '部分見過',
    seen_no: '不曾見過',
    seen_unknown: '不清楚',
    rule_validity: '有效性',
    rule_sufficiency: '充分性',
    rule_authenticity: '真實性',
    rule_currency: '時效性',
    rules_all: '四項規則皆符合',
    rules_held: '符合：{rules}',
    rules_failed: '不符合：{rules}',
    rules_unconsidered: '未考量：{rules}',
    note_optional: '這些項目不是「{competent}」的必要條件；「{notAssessed}」指沒有證據對應，不代表未通過。',
    note_knowledge:
      '依適用的設定，知識與技能缺少證據屬提醒，不是「{competent}」的必要條件；「{notAssessed}」指沒有證據對應，不代表未通過。',
    note_knowledge_required:
      '依適用的設定，每項知識與技能都須證明，才能判定為「{competent}」；「{notAssessed}」指沒有證據對應，不代表未通過。',
    note_methods: '次數為以該方法提出、且經採計的主張數。評量方法是建議，不是必要條件。',
    note_methods_unnamed: '另有 {count} 項採計的主張未指明方法。',
    note_judgements:
      '每項主張都依有效性、充分性、真實性、時效性四項證據規則判斷；同時間、同評量者、同證據且判斷相同者併為一列。',
    note_superseded: '「已被取代」表示同一評量者後來另作判斷。',
    note_reports: '報告人的聯絡方式由訓練機構保存以供查證，不列入本文件。',
    pathway_training: '訓練',
    pathway_rpl: '先前學習認可',
    section_main_unit: '行為指標逐項結果',
    section_main_standard: '工作任務與行為指標逐項結果',
    section_outputs: '工作產出',
    section_key_aspects: '評量之關鍵面向',
    section_knowledge: '知識與技能',
    section_attitudes: '態度',
    section_contexts: '評量所需情境與特定資源',
    section_methods: '評量方法',
    section_items: '證據清單',
    section_observations: '觀察與實作示範',
    section_questionings: '提問與對談',
    section_sittings: '共同觀察',
    section_reports: '第三方報告',
    section_process: '評量過程',
    section_uncounted: '未採計的主張',
    section_judgements: '判斷紀錄',
    document_number: '文件編號',
    candidate: '受評者',
    competency_unit: '職能單元',
    occupational_standard: '職能基準',
    level: '級別',
    level_value: '第 {level} 級：{meaning}',
    pathway: '評量途徑',
    pathway_value: '{pathway}，第 {attempt} 次評量',
    from_attempt: '沿用自第 {attempt} 次評量',
    follows_verdict: '承接 {code} 第 {attempt} 次評量，其判定文件 {number}',
    follows_attempt: '承接 {code} 第 {attempt} 次評量，該次未作成判定',
    redaction_of: '遮蔽版，原檔 SHA-256 {hash}',
    lead_assessor: '主評量者',
    assessors: '評量者',
    qualification: '資格：{qualification}',
    decided_on: '判定日期',
    day: '{year} 年 {month} 月 {day} 日',
    taipei: '臺北時間 {time}',
    notified_on: '通知日期',
    appeal_until: '申覆期限',
    verification: '查驗網址',
    version_value: '{code}　第 {version} 版',
    edition_value: '（更正版次 {edition}）',
    reasons: '理由',
    gaps: '待補足之處',
    feedback: '回饋',
    next_step: '下一步',
    signature: '簽署',
    signature_explained:
      '本文件由主評量者以電子簽章簽署，再由「{body}」以機構簽章副署。評量者的簽署憑證由該機構自設的憑證機構簽發，屬電子簽章，並非許可憑證機構簽發憑證的數位簽章；閱讀軟體須先匯入該機構的根憑證，才會顯示為受信任。',
    signature_of: '電子簽章',
    signature_field: '{name}的電子簽章，憑證由「{body}」自設的憑證機構簽發',
    signature_reason: '評量結果判定',
    not_signed: '尚未簽署',
    specimen: '樣張',
    preview: '預覽　未簽署　不具效力',
    seal_of: '訓練機構簽章',
    seal_field: '訓練機構「{body}」的電子簽章',
    seal_reason: '訓練機構確認本文件由其簽發',
    no_score: '評量者對每一項目分別判斷證據；本結果不計分、不加權，也不計算百分比。',
    record_embedded: '完整紀錄以 JSON 檔案內嵌於本文件。',
    evidence: '採計的證據',
    code: '代碼',
    text: '內容',
    result: '結果',
    number: '編號',
    item: '證據',
    produced_on: '產出日期',
    received_at: '收件時間',
    declared_at: '真實性聲明',
    not_declared: '未聲明',
    signed_at: '簽署',
    withdrawn_at: '撤回',
    signed_hash: '簽署內容 SHA-256 {hash}',
    observed_at: '觀察時間',
    task: '交付的任務',
    observers: '觀察者',
    conclusion: '結論',
    concluded_by: '結論與時間',
    not_concluded: '未作成結論；所見未據以提出主張。',
    they_differ: '觀察不一致',
    why_so: '理由',
    seen_by: '{name}（證據 {number}）',
    place: '地點',
    present: '在場人員',
    context: '情境',
    notes: '觀察內容',
    observer: '紀錄與簽署',
    method: '評量方法',
    observed: '觀察',
    note: '說明',
    times_counted: '採計次數',
    in_brackets: '（{text}）',
    period: '{from} 至 {to}（臺北時間）',
    days: '{from}至 {to}',
    reporter: '報告與簽署',
    post: '職稱',
    relation: '與受評者關係',
    reported_period: '所述期間',
    remarks: '其他說明',
    seen: '是否見過',
    judged_targets: '{item} → {targets}',
    rules_and_reason: '證據規則與理由',
    unknown: '不明',
    section_plan: '評量計畫',
    no_plan: '判定時沒有評量計畫。',
    plan_version: '版本',
    plan_made: '第 {version} 版，{name}於 {at}（臺北時間）訂定',
    plan_acknowledged: '受評者確認',
    acknowledged_at: '{at}（臺北時間）確認這一版計畫與個人資料告知事項。確認表示知悉，不表示同意。',
    earlier_acknowledged_at: '未確認這一版；最早於 {at}（臺北時間）確認先前的版本。',
    not_acknowledged: '未確認。',
    adjustment: '{what}：{changed}',
    plan_parts: '評量分工',
    plan_part: '{name}：{part}',
    part_whole: '全部',
    part_refs: '{refs}',
    plan_hash: '計畫內容 SHA-256',
    context_confirmed: '確認情形',
    context_available: '已確認可用',
    context_missing: '無法提供',
    context_unconfirmed: '未確認',
    in_plan: '評量計畫',
    method_document: '採文件所列方法',
    method_guide: '採文件所列方法，所需證據參考評量指引',
    method_own: '評量者自訂',
    method_unplanned: '未列入計畫',
    method_needs: '所需證據：{needs}',
    adjustments: '調整措施',
    waivers: '已豁免的提醒',
    waiver: '{rule}：{reason}（{name}，{at}）',
    evaluated_rules: '已檢核的規則',
    warnings: '未處理的提醒',
    none: '無',
    rules_checked: '{rules}。未列出的規則，這次判定沒有檢核。',
    settings: '適用的設定值',
    subject: '評量項目',
    when: '時間',
    judged: '判斷',
    why: '未採計的原因',
    reason: '理由：{reason}',
    superseded: '（已被取代）',
    page_of: '第 {page} 頁，共 {pages} 頁',
    missing_characters: '字型未收錄的字，以方框內的 Unicode 碼位表示；可複製的文字與內嵌紀錄仍為原字：{characters}',
    qr: '查驗網址的 QR 碼：{url}',
    attachment: '內嵌檔案',
    source_hash: '職能文件原文 SHA-256',
    basis_hash: '判斷依據 SHA-256',
    item_reference: '證據 {number}',
    item_references: '證據 {numbers}',
    shown_through: '經由 {target} 展現（{name}認定，{at}）',
    answer_satisfactory: '符合要求',
    answer_not_satisfactory: '未符合要求',
    answer_not_asked: '未提問',
    mode_oral: '口頭',
    mode_written: '書面',
    purpose: '性質',
    purpose_questioning: '提問',
    purpose_rpl_conversation: '先前學習認可對談',
    asked_at: '提問時間',
    talked_about: '談及的證據',
    question: '問題',
    answer: '答覆',
    tied_to: '對應 {targets}',
    assessor_note: '評量者說明：{note}',
    group_part: '共同完成；受評者負責：{part}',
    group_part_unsaid: '共同完成；未說明受評者負責的部分',
    copy: '複本',
    original_sighted: '已查驗正本：{name}，{at}',
    original_unsighted: '未查驗正本',
    written_supervised: '在監督下完成：{name}，{at}',
    confirmed_in: '已在對談中確認：證據 {numbers}',
    others_data: '含他人個人資料',
    others_data_reason: '含他人個人資料；保留理由：{reason}',
  },
  en: {
    title_competency_unit: 'Result of a competency unit assessment',
    title_occupational_standard: 'Result of an occupational standard assessment',
    level_1: 'Routine work under close supervision.',
    level_2: 'Mostly predictable work under regular supervision.',
    level_3: 'Partly non-routine work, independent under general supervision.',
    level_4: 'Changing conditions with little supervision; planning and design.',
    level_5: 'Complex, autonomous work with strategic judgement.',
    level_6: 'Highly complex, original work.',
    outcome_competent: 'Competent',
    outcome_not_yet_competent: 'Not yet competent',
    result_met: 'Met',
    result_not_met: 'Not met',
    result_not_assessed: 'Not assessed',
    judgement_accepted: 'Accepted',
    judgement_rejected: 'Rejected',
    judgement_more_needed: 'More needed',
    class_direct: 'direct',
    class_indirect: 'indirect',
    class_supplementary: 'supplementary',
    observed_shown: 'Shown',
    observed_not_shown: 'Not shown',
    observed_not_seen: 'Not seen',
    seen_yes: 'Seen',
    seen_partly: 'Partly seen',
    seen_no: 'Never seen',
    seen_unknown: 'Not known',
    rule_validity: 'validity',
    rule_sufficiency: 'sufficiency',
    rule_authenticity: 'authenticity',
    rule_currency: 'currency',
    rules_all: 'All four rules hold',
    rules_held: 'Hold: {rules}',
    rules_failed: 'Do not hold: {rules}',
    rules_unconsidered: 'Not considered: {rules}',
    note_optional:
      'These are no condition of “{competent}”. “{notAssessed}” means that no evidence was put forward for an item, not that it was failed.',
    note_knowledge:
      'Under the settings in force, a knowledge or skill item without evidence is a warning, and no condition of “{competent}”. “{notAssessed}” means that no evidence was put forward for an item, not that it was failed.',
    note_knowledge_required:
      'Under the settings in force, each knowledge and skill item has to be shown for “{competent}”. “{notAssessed}” means that no evidence was put forward for an item, not that it was failed.',
    note_methods: 'How many claims made by each method count. Methods are advice, not a condition.',
    note_methods_unnamed: 'Claims that count and name no method: {count}.',
    note_judgements:
      'Every claim is judged by four rules of evidence: validity, sufficiency, authenticity, currency. What one assessor judged alike of one item at one time stands in one row.',
    note_superseded: '“Superseded” means that the same assessor judged again later.',
    note_reports:
      'The training body keeps the authors’ contact details, so that reports can be confirmed; this document leaves them out.',
    pathway_training: 'Training',
    pathway_rpl: 'Recognition of prior learning',
    section_main_unit: 'Performance criteria',
    section_main_standard: 'Tasks and indicators',
    section_outputs: 'Work outputs',
    section_key_aspects: 'Key aspects',
    section_knowledge: 'Knowledge and skills',
    section_attitudes: 'Attitudes',
    section_contexts: 'Context and resources',
    section_methods: 'Assessment methods',
    section_items: 'Evidence',
    section_observations: 'Observations and demonstrations',
    section_questionings: 'Questioning and conversations',
    section_sittings: 'Sittings of several observers',
    section_reports: 'Third-party reports',
    section_process: 'Process',
    section_uncounted: 'Claims that do not count',
    section_judgements: 'Judgements',
    document_number: 'Document number',
    candidate: 'Candidate',
    competency_unit: 'Competency unit',
    occupational_standard: 'Occupational standard',
    level: 'Level',
    level_value: 'Level {level}: {meaning}',
    pathway: 'Pathway',
    pathway_value: '{pathway}, attempt {attempt}',
    from_attempt: 'from attempt {attempt}',
    follows_verdict: 'Follows attempt {attempt} at {code}, verdict {number}',
    follows_attempt: 'Follows attempt {attempt} at {code}, which ended without a verdict',
    redaction_of: 'Redacted copy of the file with SHA-256 {hash}',
    lead_assessor: 'Lead assessor',
    assessors: 'Assessors',
    qualification: 'Qualification: {qualification}',
    decided_on: 'Decided on',
    day: '{year}-{month}-{day}',
    taipei: '{time} Taipei time',
    notified_on: 'Notified on',
    appeal_until: 'Appeal until',
    verification: 'Verify at',
    version_value: '{code}, version {version}',
    edition_value: ', corrected edition {edition}',
    reasons: 'Reasons',
    gaps: 'Gaps',
    feedback: 'Feedback',
    next_step: 'Next step',
    signature: 'Signature',
    signature_explained:
      "Signed electronically by the lead assessor, then countersigned with the seal of {body}. The assessor's certificate was issued by the training body's own authority: an electronic signature, not a digital signature of a licensed authority. Readers show it as trusted only once that authority's root certificate is imported.",
    signature_of: 'Electronic signature',
    signature_field: "Electronic signature of {name}, with a certificate issued by {body}'s own authority",
    signature_reason: 'Assessment verdict',
    not_signed: 'Not signed',
    specimen: 'PREVIEW',
    preview: 'PREVIEW: UNSIGNED, PROVES NOTHING',
    seal_of: 'Seal of the training body',
    seal_field: 'Electronic seal of the training body {body}',
    seal_reason: 'Issued and confirmed by the training body',
    no_score:
      'The evidence for each line was judged by itself. Nothing is scored or weighted and no percentage is computed.',
    record_embedded: 'The whole record is embedded in this document as a JSON file.',
    evidence: 'Evidence that counts',
    code: 'Code',
    text: 'Text',
    result: 'Result',
    number: 'No.',
    item: 'Evidence',
    produced_on: 'Produced on',
    received_at: 'Received',
    declared_at: 'Declared authentic',
    not_declared: 'not declared',
    signed_at: 'Signed',
    withdrawn_at: 'Withdrawn',
    signed_hash: 'SHA-256 of what was signed {hash}',
    observed_at: 'Observed',
    task: 'Task given',
    observers: 'Observers',
    conclusion: 'Conclusion',
    concluded_by: 'Concluded',
    not_concluded: 'Not concluded; nothing was claimed on the strength of it.',
    they_differ: 'They differ',
    why_so: 'Reason',
    seen_by: '{name} (evidence {number})',
    place: 'Place',
    present: 'Present',
    context: 'Context',
    notes: 'What was observed',
    observer: 'Recorded and signed',
    method: 'Method',
    observed: 'Observed',
    note: 'Note',
    times_counted: 'Counted',
    in_brackets: ' ({text})',
    period: '{from} to {to} (Taipei time)',
    days: '{from} to {to}',
    reporter: 'Reported and signed',
    post: 'Post',
    relation: 'Relation',
    reported_period: 'Period spoken of',
    remarks: 'Further words',
    seen: 'Seen',
    judged_targets: '{item} → {targets}',
    rules_and_reason: 'Rules and reason',
    unknown: 'unknown',
    section_plan: 'Assessment plan',
    no_plan: 'There was no assessment plan when the verdict was given.',
    plan_version: 'Version',
    plan_made: 'Version {version}, made by {name} on {at} (Taipei time)',
    plan_acknowledged: 'Acknowledged by the candidate',
    acknowledged_at:
      'This version and its privacy notice on {at} (Taipei time). To acknowledge is to know of it, not to agree.',
    earlier_acknowledged_at: 'Not this version; an earlier one on {at} (Taipei time).',
    not_acknowledged: 'Not acknowledged.',
    adjustment: '{what}: {changed}',
    plan_parts: 'Who assessed what',
    plan_part: '{name}: {part}',
    part_whole: 'the whole',
    part_refs: '{refs}',
    plan_hash: 'SHA-256 of the plan',
    context_confirmed: 'Confirmed',
    context_available: 'Confirmed to be there',
    context_missing: 'Not there',
    context_unconfirmed: 'Not confirmed',
    in_plan: 'In the plan',
    method_document: 'As in the document',
    method_guide: 'As in the document, with the evidence that the advisory guide asks for',
    method_own: 'Set by the assessor',
    method_unplanned: 'Not in the plan',
    method_needs: 'Evidence asked for: {needs}',
    adjustments: 'Adjustments',
    waivers: 'Waived warnings',
    waiver: '{rule}: {reason} ({name}, {at})',
    evaluated_rules: 'Rules checked',
    warnings: 'Open warnings',
    none: 'None',
    rules_checked: '{rules}. Rules that are not listed were not checked for this verdict.',
    settings: 'Settings in force',
    subject: 'Target',
    when: 'When',
    judged: 'Judgement',
    why: 'What keeps it from counting',
    reason: 'Reason: {reason}',
    superseded: ' (superseded)',
    page_of: 'Page {page} of {pages}',
    missing_characters:
      'Characters that the font lacks are shown as a frame with their Unicode code point; copied text and the embedded record keep them: {characters}',
    qr: 'QR code of the verification address: {url}',
    attachment: 'Embedded file',
    source_hash: 'SHA-256 of the competency document',
    basis_hash: 'SHA-256 of the basis',
    item_reference: 'Evidence {number}',
    item_references: 'Evidence {numbers}',
    shown_through: 'Demonstrated through {target} (stated by {name}, {at})',
    answer_satisfactory: 'Satisfactory',
    answer_not_satisfactory: 'Not satisfactory',
    answer_not_asked: 'Not asked',
    mode_oral: 'oral',
    mode_written: 'written',
    purpose: 'Purpose',
    purpose_questioning: 'Questioning',
    purpose_rpl_conversation: 'Conversation about prior learning',
    asked_at: 'Asked',
    talked_about: 'Talked about',
    question: 'Question',
    answer: 'Answer',
    tied_to: 'For {targets}',
    assessor_note: 'Note by the assessor: {note}',
    group_part: 'Made in a group; part of the candidate: {part}',
    group_part_unsaid: 'Made in a group; the part of the candidate was not stated',
    copy: 'Copy',
    original_sighted: 'Original sighted: {name}, {at}',
    original_unsighted: 'Original not sighted',
    written_supervised: 'Written under supervision: {name}, {at}',
    confirmed_in: 'Confirmed in conversation: evidence {numbers}',
    others_data: 'Holds personal data of others',
    others_data_reason: 'Holds personal data of others; kept readable because: {reason}',
  },
};

type FormKey =
  | 'document'
  | 'image'
  | 'audio'
  | 'video'
  | 'spreadsheet'
  | 'presentation'
  | 'archive'
  | 'link'
  | 'text'
  | 'observation'
  | 'questioning'
  | 'third_party_report'
  | 'demonstration'
  | 'other';

/** What the forms of evidence are called; a form without a word here is printed as it is. */
export const formTexts: Texts<FormKey> = {
  'zh-TW': {
    document: '文件',
    image: '影像',
    audio: '錄音',
    video: '錄影',
    spreadsheet: '試算表',
    presentation: '簡報',
    archive: '壓縮檔',
    link: '連結',
    text: '文字陳述',
    observation: '觀察紀錄',
    questioning: '提問紀錄',
    third_party_report: '第三方報告',
    demonstration: '實作示範',
    other: '其他',
  },
  en: {
    document: 'document',
    image: 'image',
    audio: 'audio',
    video: 'video',
    spreadsheet: 'spreadsheet',
    presentation: 'presentation',
    archive: 'archive',
    link: 'link',
    text: 'written statement',
    observation: 'observation',
    questioning: 'questioning record',
    third_party_report: 'third-party report',
    demonstration: 'demonstration',
    other: 'other',
  },
};
