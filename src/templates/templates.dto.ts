import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsBase64, IsObject, IsOptional, MaxLength, ValidateBy, ValidateNested } from 'class-validator';
import { safeLogo } from '../documents/logo.js';
import { type LookContent, type Representative, type Wording } from '../documents/look.js';
import { type Labels } from '../documents/words.js';
import { OneLine, Readable } from './wording.js';

/** 512 KB, as it is written in Base64. */
const longestLogo = Math.ceil((512 * 1024) / 3) * 4;

const Nested = (type: () => Class): PropertyDecorator =>
  applyDecorators(IsOptional(), IsObject(), ValidateNested(), Type(type));

const Logo = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLogo',
    validator: {
      validate: (value) =>
        typeof value === 'string' && value.length <= longestLogo && safeLogo(Buffer.from(value, 'base64')) !== null,
    },
  });

/** A title of the body's own. */
export class TitleWording implements Wording {
  @OneLine(24)
  'zh-TW': string;
  @OneLine(60)
  en: string;
}

/** A sentence of the body's own. */
export class SentenceWording implements Wording {
  @OneLine(100)
  'zh-TW': string;
  @OneLine(200)
  en: string;
}

/** Outcomes and results by the body's own words. */
export class OutcomeLabels implements Labels {
  @IsOptional()
  @OneLine(20)
  competent?: string;
  @IsOptional()
  @OneLine(20)
  not_yet_competent?: string;
  @IsOptional()
  @OneLine(20)
  met?: string;
  @IsOptional()
  @OneLine(20)
  not_met?: string;
  @IsOptional()
  @OneLine(20)
  not_assessed?: string;
}

/** Who stands for the body on its certificates. */
export class RepresentativeInput implements Representative {
  @OneLine(60)
  name: string;
  @OneLine(60)
  post: string;
}

type Changes = { [Name in keyof LookContent]?: LookContent[Name] | null };

/** How documents are to look: what is left out stays, and null puts back what Touchstone has. */
export class ChangeTemplate implements Changes {
  /** `#rrggbb`, readable on white paper. */
  @IsOptional()
  @Readable()
  accent?: string | null;

  /** A PNG or JPEG of at most 512 KB and 2000 pixels a side, in Base64. */
  @IsOptional()
  @IsBase64()
  @MaxLength(longestLogo)
  @Logo()
  logo?: string | null;

  /** In place of the document's title. */
  @Nested(() => TitleWording)
  title?: TitleWording | null;

  /** A sentence beside those that every document has. */
  @Nested(() => SentenceWording)
  statement?: SentenceWording | null;

  /** At the foot: the body's address, say. */
  @Nested(() => SentenceWording)
  footer?: SentenceWording | null;

  @Nested(() => OutcomeLabels)
  labels?: OutcomeLabels | null;

  /** Only on certificates. */
  @Nested(() => RepresentativeInput)
  representative?: RepresentativeInput | null;
}
