/** The interchange JSON of an iCAP document: what the reader gives, the catalogue stores and the export returns. */

/** A coded line. `raw_code` is there where the printed code had to be normalised, `note_refs` where notes are named. */
export interface CodedText {
  code: string;
  text: string;
  raw_code?: string;
  note_refs?: number[];
}

export interface Bullet {
  text: string;
  children: Bullet[];
}

/** A numbered note. `text` begins with its term and carries no 【註N】. */
export interface Note {
  number: number;
  term: string;
  text: string;
  bullets?: Bullet[];
}

export interface DocumentVersion {
  version: number;
  code: string;
  name: string;
  status: 'current' | 'historical';
  superseded_by: string | null;
  date: string;
  update_note: string;
}

/** A path of a public classification with its code. */
export interface Classified {
  path: string[];
  code: string;
}

export interface Task extends CodedText {
  level: number;
  outputs: CodedText[];
  indicators: CodedText[];
}

export interface Duty extends CodedText {
  tasks: Task[];
}

export interface KnowledgeText extends CodedText {
  note_refs: number[];
}

/** The tasks that share one level cell, with the knowledge and skills printed beside them, in that block's wording. */
export interface CompetenceBlock {
  tasks: string[];
  level: number;
  knowledge: KnowledgeText[];
  skills: CodedText[];
}

export interface Attitude extends CodedText {
  name: string;
}

/** 職能基準. */
export interface OccupationalStandardDocument {
  kind: 'occupational_competency_standard';
  code: string;
  title: string;
  name: { choice: 'category' | 'occupation'; value: string };
  versions: DocumentVersion[];
  classification: { category: Classified; occupation: Classified; industry: Classified };
  job_description: string;
  standard_level: number;
  duties: Duty[];
  competence_blocks: CompetenceBlock[];
  attitudes: Attitude[];
  notes: Note[];
  supplementary: Bullet[];
}

export interface Element extends CodedText {
  criteria: CodedText[];
}

/** 職能單元. Its item codes are derived from printed ordinals. */
export interface CompetencyUnitDocument {
  kind: 'competency_unit';
  code: string;
  name: string;
  category: { path: string[] };
  level: number;
  elements: Element[];
  skills: CodedText[];
  knowledge: KnowledgeText[];
  assessment_guide: { key_aspects: CodedText[]; contexts: CodedText[]; methods: CodedText[] };
  notes: (Note & { bullets: Bullet[] })[];
}

export type InterchangeDocument = OccupationalStandardDocument | CompetencyUnitDocument;
