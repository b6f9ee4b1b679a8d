import { useLocale, useWords, words } from '../../i18n/words';
import { formLabels } from '../labels';
import { type GuideForm } from './edited';

type OwnWord = Exclude<GuideForm, keyof (typeof formLabels)['en']>;

/** What the forms are called by which only guides and plans ask for evidence. */
const guideFormLabels = words(
  {
    portfolio_item: '作品集證據',
    questioning_record: '提問紀錄（口頭或書面）',
    oral_question_record: '口頭提問紀錄',
    written_response: '書面回答',
    principles_document: '原則文件',
    strategy_document: '策略文件',
    process_document: '流程文件',
    endorsement_record: '認可紀錄',
    meeting_minutes: '會議紀錄',
    activity_record: '活動紀錄',
    promotion_material: '宣傳資料',
    maintenance_log: '維護紀錄',
    system_record: '系統紀錄',
    outcome_data: '成效數據',
    review_report: '檢討報告',
    performance_report: '績效報告',
    delivery_record: '交付紀錄',
  } satisfies Record<OwnWord, string>,
  {
    portfolio_item: 'Portfolio item',
    questioning_record: 'Questioning record (oral or written)',
    oral_question_record: 'Record of oral questions',
    written_response: 'Written response',
    principles_document: 'Document of principles',
    strategy_document: 'Strategy document',
    process_document: 'Process document',
    endorsement_record: 'Record of endorsement',
    meeting_minutes: 'Minutes of a meeting',
    activity_record: 'Record of an activity',
    promotion_material: 'Promotion material',
    maintenance_log: 'Maintenance log',
    system_record: 'System record',
    outcome_data: 'Outcome data',
    review_report: 'Review report',
    performance_report: 'Performance report',
    delivery_record: 'Record of delivery',
  },
);

/** What a plan can ask for, with its name, in the order of the lists. */
export function useGuideForms(): { forms: [GuideForm, string][]; choiceOf: (choice: readonly string[]) => string } {
  const locale = useLocale();
  const labels = { ...useWords(formLabels), ...useWords(guideFormLabels) };
  const names: Record<string, string> = labels;
  const or = locale === 'zh-TW' ? '或' : ' or ';
  return {
    forms: Object.entries(labels) as [GuideForm, string][],
    choiceOf: (choice) => choice.map((form) => names[form] ?? form).join(or),
  };
}
