import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';
import { Plain, Required } from '../common/validation.js';
import { type ClassScheme, evidenceClasses, isClassScheme } from './evidence-class.js';
import { type RuleSettings, settingBounds } from './rule-settings.js';

const Bounded = (name: keyof typeof settingBounds): PropertyDecorator => {
  const [from, to] = settingBounds[name];
  const api = { type: 'integer', minimum: from, maximum: to, nullable: true, required: false } as const;
  return applyDecorators(ApiProperty(api), IsOptional(), IsInt(), Min(from), Max(to));
};

/** How a matrix of classes is described: by form, then by provenance. */
export const classSchemeSchema = {
  type: 'object' as const,
  additionalProperties: {
    type: 'object',
    additionalProperties: { type: 'string', enum: [...evidenceClasses] },
  },
};

type Changes = { [Name in keyof RuleSettings]?: RuleSettings[Name] | null };

/** The settings to change: what is left out stays, and null puts the default back. */
export class ChangeRuleSettings implements Changes {
  /** Why; it is kept with the new version. */
  @Required(2000)
  reason: string;

  /** Months after which evidence is no longer current (rule C2). */
  @Bounded('currencyWindowMonths')
  currencyWindowMonths?: number | null;

  /** The class of every form by every provenance, whole. */
  @ApiProperty({ ...classSchemeSchema, nullable: true, selfRequired: false })
  @IsOptional()
  @ValidateBy({ name: 'isClassScheme', validator: { validate: isClassScheme } })
  classScheme?: ClassScheme | null;

  /** Whether a knowledge or skill item without evidence only warns, or blocks (rule S4). */
  @IsOptional()
  @IsIn(['warns', 'blocks'])
  knowledgeAndSkills?: 'warns' | 'blocks' | null;

  /** How many methods are to be done (rule S7). */
  @Bounded('minimumMethods')
  minimumMethods?: number | null;

  /** How many classes of evidence there are to be (rule S7). */
  @Bounded('minimumClasses')
  minimumClasses?: number | null;

  /** Independent items for each criterion (rule S8). */
  @Bounded('independentItems')
  independentItems?: number | null;

  /** One item carries at most the criteria divided by this (rule S9). */
  @Bounded('largestShareDivisor')
  largestShareDivisor?: number | null;

  /** Dates on which a continuous criterion has evidence (rule S10). */
  @Bounded('continuousDates')
  continuousDates?: number | null;

  /** Days from notification in which a candidate may appeal (rule P7). */
  @Bounded('appealDays')
  appealDays?: number | null;

  /** Years that evidence is kept after the last verdict (rule R1). */
  @Bounded('evidenceYears')
  evidenceYears?: number | null;

  /** Years that judgements are kept (rule R1). */
  @Bounded('judgementYears')
  judgementYears?: number | null;

  /** Years that the register of certificates is kept (rule R1). */
  @Bounded('certificateYears')
  certificateYears?: number | null;

  /** Days in which a third party's one-time link can be used. */
  @Bounded('invitationDays')
  invitationDays?: number | null;

  /** What candidates are told of their personal data (rule P2); an empty one is the default. */
  @IsOptional()
  @Plain(8000)
  privacyNotice?: string | null;
}
