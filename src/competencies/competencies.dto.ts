import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Plain, Required } from '../common/validation.js';
import { type DocumentKind, documentKinds } from './competency-document.entity.js';

export class CompetencyDocumentsQuery extends PageQuery {
  /** Looked for in codes, names and the texts of all items, whatever the case. */
  @IsOptional()
  @Plain(100)
  search?: string;

  @IsOptional()
  @IsIn(documentKinds)
  kind?: DocumentKind;

  /** `latest`, the default, leaves out editions that a corrected one has replaced. */
  @IsOptional()
  @IsIn(['latest', 'all'])
  editions: 'latest' | 'all' = 'latest';
}

/** The form fields beside the file `file`. */
export class ImportCompetencyDocument {
  /** Why the published text is corrected: makes a new edition where another text has this code already. */
  @IsOptional()
  @Required(1000)
  correction?: string;
}
