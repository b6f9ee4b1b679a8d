import { type DocumentKind, type LookContent, type Wording } from '../documents/look.js';
import { type OutcomeLabels, type RepresentativeInput } from './templates.dto.js';

/** A body's own words in both languages. */
export class WordingView implements Wording {
  'zh-TW': string;
  en: string;
}

export class LogoView {
  sha256: string;
  size: number;
}

/** Who changed a template. */
export class TemplateAuthor {
  id: string;
  name: string;
}

/** How one kind of a body's documents looks from now on. */
export class TemplateView implements LookContent {
  bodyId: string;
  kind: DocumentKind;
  /** 0 while documents look as Touchstone draws them. Send it as `If-Match` with a change. */
  version: number;
  accent: string | null;
  title: WordingView | null;
  statement: WordingView | null;
  footer: WordingView | null;
  labels: OutcomeLabels;
  representative: RepresentativeInput | null;
  logo: LogoView | null;
  changedBy: TemplateAuthor | null;
  changedAt: string | null;
}
