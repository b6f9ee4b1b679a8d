import { type EvidenceForm, evidenceForms, portfolioForms } from './evidence-class.js';

/** Which items serve as a form that a guide or a plan asks for. */
interface Wanted {
  readonly forms: readonly EvidenceForm[];
  /** Of questioning records, only those in which questions were put and answered like this. */
  readonly questioned?: 'oral' | 'written';
}

/** Something to be read or listened to as it was worked with, whichever way it was recorded. */
const recorded: Wanted = { forms: portfolioForms };
const writing: Wanted = { forms: ['document', 'image', 'spreadsheet', 'archive', 'link', 'text'] };

/**
 * The words of the advisory guides. What a document is about cannot be told from its form, so words of the same kind
 * take the same items; that each serves one word only, the rule V3 sees to.
 */
const words = {
  portfolio_item: recorded,
  questioning_record: { forms: ['questioning'] },
  oral_question_record: { forms: ['questioning'], questioned: 'oral' },
  written_response: { forms: ['questioning', 'document', 'text'], questioned: 'written' },
  principles_document: writing,
  strategy_document: writing,
  process_document: writing,
  endorsement_record: recorded,
  meeting_minutes: recorded,
  activity_record: recorded,
  promotion_material: recorded,
  maintenance_log: writing,
  system_record: recorded,
  outcome_data: writing,
  review_report: writing,
  performance_report: writing,
  delivery_record: recorded,
} satisfies Record<string, Wanted>;

export type GuideForm = keyof typeof words | EvidenceForm;

const itself = (form: EvidenceForm): [EvidenceForm, Wanted] => [form, { forms: [form] }];
const ownNames = Object.fromEntries(evidenceForms.map(itself)) as Record<EvidenceForm, Wanted>;
const guideForm: Readonly<Record<GuideForm, Wanted>> = { ...ownNames, ...words };

/** Every word by which a guide or a plan can ask for evidence; each form of evidence is asked for by its own name. */
export const guideForms = Object.keys(guideForm) as readonly GuideForm[];

export const isGuideForm = (word: string): word is GuideForm => Object.hasOwn(guideForm, word);

/** What the form of an item is told from. */
interface FormedItem {
  readonly form: EvidenceForm;
  readonly questioned: readonly ('oral' | 'written')[];
}

/** Whether an item serves as what a guide or a plan asks for. Nothing serves as a word that is not known. */
export function servesAs({ form, questioned }: FormedItem, word: string): boolean {
  if (!isGuideForm(word)) return false;
  const wanted = guideForm[word];
  if (!wanted.forms.includes(form)) return false;
  return form !== 'questioning' || wanted.questioned === undefined || questioned.includes(wanted.questioned);
}
