import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { NotBefore, NotBeyond, Plain, Required } from '../common/validation.js';

/** A region that is thinner than this share of its page cannot be seen. */
const leastOfPage = 0.001;

/** A rectangle in fractions of the page or picture as it is shown, from its upper left corner. */
export class RegionOfPage {
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;

  @IsNumber()
  @Min(leastOfPage)
  @Max(1)
  @NotBeyond('x')
  width: number;

  @IsNumber()
  @Min(leastOfPage)
  @Max(1)
  @NotBeyond('y')
  height: number;
}

export class PlaceInItem {
  /** Which of the item's files. */
  @IsOptional()
  @IsUUID()
  fileId?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  page?: number;

  /** A part of that page of a PDF, or of an image; needs `fileId`. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RegionOfPage)
  region?: RegionOfPage;

  /** Seconds from the start of a recording. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1_000_000)
  from?: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1_000_000)
  @NotBefore('from')
  to?: number;

  @IsOptional()
  @Plain(1000)
  note?: string;
}

export class ProposeClaim {
  @IsUUID()
  itemId: string;

  /** The `ref` of a criterion, key aspect, knowledge, skill … of the pinned document. */
  @Required(40)
  targetRef: string;

  /** The `ref` of one of the document's assessment methods, or the key of one of the plan's own. */
  @IsOptional()
  @Required(40)
  method?: string;

  /** Why by this method, where the plan does not name it. */
  @IsOptional()
  @Plain(2000)
  methodReason?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PlaceInItem)
  place?: PlaceInItem;
}

export class ProposeClaims {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProposeClaim)
  claims: ProposeClaim[];
}

export class ClaimsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  itemId?: string;

  @IsOptional()
  @Plain(40)
  targetRef?: string;
}
