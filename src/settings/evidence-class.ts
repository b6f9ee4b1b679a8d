/** Forms of a portfolio item, whose content is its files, its address or its words. */
export const portfolioForms = [
  'document',
  'image',
  'audio',
  'video',
  'spreadsheet',
  'archive',
  'link',
  'text',
] as const;

/** Forms that an assessor witnesses; the record is evidence even without a file. */
export const witnessedForms = ['observation', 'questioning', 'demonstration'] as const;

/** Forms whose record stands only once its author has signed it. Source: domain.md, "Who signs what". */
export const signedForms = [...witnessedForms, 'third_party_report'] as const;

export const evidenceForms = [...portfolioForms, ...signedForms] as const;
export type EvidenceForm = (typeof evidenceForms)[number];

/** Who made the evidence, whoever handed it in. */
export const provenances = ['candidate', 'assessor', 'third_party', 'organisation'] as const;
export type Provenance = (typeof provenances)[number];

/** Strongest first. */
export const evidenceClasses = ['direct', 'indirect', 'supplementary'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

/** A declared scheme: the class of every form by every provenance. Sources differ, so it is a setting. */
export type ClassScheme = Readonly<Record<EvidenceForm, Readonly<Record<Provenance, EvidenceClass>>>>;

const witnessed: ClassScheme[EvidenceForm] = {
  assessor: 'direct',
  candidate: 'indirect',
  third_party: 'supplementary',
  organisation: 'supplementary',
};
const examined: ClassScheme[EvidenceForm] = { ...witnessed, assessor: 'supplementary' };
const reported: ClassScheme[EvidenceForm] = { ...examined, candidate: 'supplementary' };

/**
 * The default scheme. Direct: witnessed by the assessor. Indirect: the candidate's own work, examined.
 * Supplementary: whatever others report, an assessor's loose files among it.
 * Source: domain.md, "How things relate".
 */
export const defaultClassScheme: ClassScheme = {
  document: examined,
  image: examined,
  audio: examined,
  video: examined,
  spreadsheet: examined,
  archive: examined,
  link: examined,
  text: examined,
  observation: witnessed,
  questioning: witnessed,
  demonstration: witnessed,
  third_party_report: reported,
};

const isMatrixRow = (row: unknown): boolean =>
  hasExactly(row, provenances) && Object.values(row).every((value) => evidenceClasses.includes(value as EvidenceClass));

function hasExactly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

/** A scheme names every form and every provenance, and nothing else: what it left out would silently be supplementary. */
export function isClassScheme(value: unknown): value is ClassScheme {
  return hasExactly(value, evidenceForms) && Object.values(value).every(isMatrixRow);
}

/** What the class of an item is derived from; the type of its files plays no part. */
export interface ClassedItem {
  readonly form: EvidenceForm;
  readonly producedBy: Provenance;
  readonly submittedBy: string;
}

/**
 * The class of an item under a scheme. Nobody witnesses themselves: a record that the candidate handed in as
 * the assessor's is classed as the candidate's. Anything the scheme does not name is supplementary.
 */
export function evidenceClass(
  item: ClassedItem,
  candidateId: string,
  scheme: ClassScheme = defaultClassScheme,
): EvidenceClass {
  const provenance = item.producedBy === 'assessor' && item.submittedBy === candidateId ? 'candidate' : item.producedBy;
  return scheme[item.form]?.[provenance] ?? 'supplementary';
}

/** Whether a form is one of `signedForms`. */
export function requiresSignature(form: EvidenceForm): boolean {
  return (signedForms as readonly string[]).includes(form);
}
