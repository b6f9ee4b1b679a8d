const zh = {
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
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  portfolio_item: 'portfolio item',
  questioning_record: 'questioning record (oral or written)',
  oral_question_record: 'record of oral questions',
  written_response: 'written response',
  principles_document: 'document of principles',
  strategy_document: 'strategy document',
  process_document: 'process document',
  endorsement_record: 'record of endorsement',
  meeting_minutes: 'minutes of a meeting',
  activity_record: 'record of an activity',
  promotion_material: 'promotion material',
  maintenance_log: 'maintenance log',
  system_record: 'system record',
  outcome_data: 'outcome data',
  review_report: 'review report',
  performance_report: 'performance report',
  delivery_record: 'record of delivery',
};

/** The forms by which only guides and plans ask for evidence. The web application says them in the same words. */
export const guideFormWords = { 'zh-TW': zh, en };
