import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUrl, IsUUID } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Plain, Required, YesNo } from '../common/validation.js';
import { type CheckKind, checkKinds } from './authenticity-check.entity.js';
import { type EvidenceForm, portfolioForms, type Provenance, provenances } from '../settings/evidence-class.js';

/** A form says a list by repeating its field, and one of one by saying it once. */
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

/** Further files of an item. */
export class AddFiles {
  /** Whole uploads of `/api/uploads`, beside or instead of files of the form. */
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  uploadIds?: string[];
}

/** The fields of new evidence; files come beside them in the same multipart form. */
export class SubmitEvidence extends AddFiles {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @Required(300)
  title: string;

  /** What it is; told from the first file's content when left out. */
  @IsOptional()
  @IsIn(portfolioForms)
  form?: EvidenceForm;

  /** Who made it: the candidate, unless said otherwise. */
  @IsOptional()
  @IsIn(provenances)
  producedBy?: Provenance;

  /** The day it was made. It may come later, but counts for nothing before it is known. */
  @IsOptional()
  @CalendarDate()
  producedOn?: string;

  /** The address, for evidence that is a link. Nothing fetches it. */
  @IsOptional()
  @Plain(2000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  url?: string;

  /** The words of a written statement, or a description. */
  @IsOptional()
  @Plain(10_000)
  statement?: string;

  /** Made by several people. It counts only with the candidate's part. */
  @IsOptional()
  @YesNo()
  groupWork?: boolean;

  /** What of the group's work was the candidate's. */
  @IsOptional()
  @Plain(5000)
  candidatePart?: string;

  /** A copy, whose original an assessor has to see. */
  @IsOptional()
  @YesNo()
  copy?: boolean;

  /** Holds personal data of others. */
  @IsOptional()
  @YesNo()
  othersData?: boolean;

  /** Why the data of others has to stay readable. */
  @IsOptional()
  @Plain(2000)
  othersDataReason?: string;
}

/** A correction. What is left out stays; null empties. */
export class CorrectEvidence {
  @IsOptional()
  @Required(300)
  title?: string;

  @IsOptional()
  @CalendarDate()
  producedOn?: string | null;

  @IsOptional()
  @Plain(10_000)
  statement?: string | null;

  @IsOptional()
  @YesNo()
  groupWork?: boolean;

  @IsOptional()
  @Plain(5000)
  candidatePart?: string | null;

  @IsOptional()
  @YesNo()
  copy?: boolean;

  @IsOptional()
  @YesNo()
  othersData?: boolean;

  @IsOptional()
  @Plain(2000)
  othersDataReason?: string | null;
}

export class CheckEvidence {
  /** Made by the client, so that sending again after a lost answer is harmless. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsIn(checkKinds)
  kind: CheckKind;

  /** What was seen, where, or how. */
  @IsOptional()
  @Plain(2000)
  note?: string | null;
}

export class WithdrawEvidence {
  @Required(2000)
  reason: string;
}

export class DeclareAuthenticity {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  itemIds: string[];
}

export class EvidenceQuery extends PageQuery {}

export class ContentQuery {
  /** `1` shows images, audio, video and PDF in place; everything else is downloaded all the same. */
  @IsOptional()
  @IsIn(['0', '1'])
  inline?: string;
}
