import {
  type Bullet,
  type Classified,
  type CodedText,
  type DocumentVersion,
  type InterchangeDocument,
  type Note,
} from './icap/interchange.js';

export class PrintedVersionView {
  version: number;
  code: string;
  name: string;
  status: 'current' | 'historical';
  /** The code of the version that replaces it. */
  supersededBy: string | null;
  date: string;
  updateNote: string;
}

export class ListedVersionView extends PrintedVersionView {
  /** Its latest edition here, where it was imported. */
  documentId: string | null;
}

export class BulletView {
  text: string;
  children: BulletView[];
}

export class NoteView {
  number: number;
  term: string;
  text: string;
  bullets: BulletView[];
}

export class ClassifiedView {
  path: string[];
  code: string;
}

export class CompetenceBlockView {
  /** From 1, as items name it. */
  block: number;
  /** Codes of the tasks that share it. */
  tasks: string[];
  level: number;
}

export class AttitudeView {
  code: string;
  name: string;
  text: string;
}

export class GuideItemView {
  code: string;
  text: string;
}

/** 評量設計參考 as printed in a unit: key aspects are obligatory, methods are advice. */
export class PrintedAssessmentGuideView {
  keyAspects: GuideItemView[];
  contexts: GuideItemView[];
  methods: GuideItemView[];
}

/** What a document says beside its items; what its kind does not have is null or empty. */
export class DocumentBodyView {
  title: string;
  /** 領域類別 of a unit, from the general to the particular. */
  category: string[] | null;
  /** Whether a standard names a 職類 or a 職業. */
  nameChoice: 'category' | 'occupation' | null;
  classification: { category: ClassifiedView; occupation: ClassifiedView; industry: ClassifiedView } | null;
  jobDescription: string | null;
  versions: PrintedVersionView[];
  blocks: CompetenceBlockView[];
  attitudes: AttitudeView[];
  notes: NoteView[];
  supplementary: BulletView[];
  assessmentGuide: PrintedAssessmentGuideView | null;
}

export function documentBodyView(document: InterchangeDocument): DocumentBodyView {
  const notes = document.notes.map(noteView);
  if (document.kind === 'competency_unit') {
    const { key_aspects: keyAspects, contexts, methods } = document.assessment_guide;
    return {
      ...{ title: document.name, category: document.category.path, nameChoice: null, classification: null },
      ...{ jobDescription: null, versions: [], blocks: [], attitudes: [], notes, supplementary: [] },
      assessmentGuide: {
        keyAspects: keyAspects.map(guideItem),
        contexts: contexts.map(guideItem),
        methods: methods.map(guideItem),
      },
    };
  }
  const { category, occupation, industry } = document.classification;
  return {
    title: document.title,
    category: null,
    nameChoice: document.name.choice,
    classification: {
      category: classified(category),
      occupation: classified(occupation),
      industry: classified(industry),
    },
    jobDescription: document.job_description,
    versions: document.versions.map(versionView),
    blocks: document.competence_blocks.map(({ tasks, level }, i) => ({ block: i + 1, tasks, level })),
    attitudes: document.attitudes.map(({ code, name, text }) => ({ code, name, text })),
    notes,
    supplementary: document.supplementary.map(bulletView),
    assessmentGuide: null,
  };
}

export function listedVersionView(version: DocumentVersion, documentId: string | null): ListedVersionView {
  return { ...versionView(version), documentId };
}

function versionView(version: DocumentVersion): PrintedVersionView {
  const { superseded_by: supersededBy, update_note: updateNote, code, name, status, date } = version;
  return { version: version.version, code, name, status, supersededBy, date, updateNote };
}

const guideItem = ({ code, text }: CodedText): GuideItemView => ({ code, text });
const classified = ({ path, code }: Classified): ClassifiedView => ({ path, code });
const bulletView = ({ text, children }: Bullet): BulletView => ({ text, children: children.map(bulletView) });
const noteView = ({ number, term, text, bullets = [] }: Note): NoteView => ({
  number,
  term,
  text,
  bullets: bullets.map(bulletView),
});
