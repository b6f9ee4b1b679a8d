import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { CalendarDate, Plain, Required } from '../common/validation.js';
import {
  type ReissueReason,
  reissueReasons,
  type RevocationReason,
  revocationReasons as allReasons,
} from './certificate.entity.js';
import { type CertificateState, certificateStates } from './queries.js';

const lowerCase = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** An identity number is never taken in clear: at least four of its characters are stars. */
const masked = /^(?=(?:[^*]*\*){4})[A-Z0-9*]{6,20}$/;

export class IssueCertificate {
  /** Made by the client, so that sending again after a lost answer answers what is there. */
  @IsOptional()
  @IsUUID()
  @Transform(lowerCase)
  id?: string;

  /** Printed where the body prints it; it is kept nowhere but in the certificate. */
  @IsOptional()
  @CalendarDate()
  birthDate?: string | null;

  /** An identity number with at least four characters hidden, such as `A12****789`. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @Matches(masked)
  maskedId?: string | null;
}

/** What is printed besides the name stays as it was, unless it is given; null leaves it out. */
export class ReissueCertificate extends IssueCertificate {
  @IsIn(reissueReasons)
  reason: ReissueReason;

  /** In words; printed on the new certificate. */
  @Required(200)
  note: string;
}

/** `verdict_overturned` comes of an upheld appeal alone. */
export const givenReasons = allReasons.filter((reason) => reason !== 'verdict_overturned');

export class RevokeCertificate {
  @IsIn(givenReasons)
  reason: RevocationReason;

  /** In words; whoever verifies the certificate is told the reason, and not these. */
  @Required(2000)
  note: string;
}

export class CertificatesQuery extends PageQuery {
  @IsOptional()
  @IsIn(certificateStates)
  state?: CertificateState;

  @IsOptional()
  @Plain(100)
  cohort?: string;

  /** Of this version of a unit or standard. */
  @IsOptional()
  @IsUUID()
  documentId?: string;

  /** A part of the holder's name, or of the number. */
  @IsOptional()
  @Plain(100)
  search?: string;
}

export class CredentialQuery {
  @IsOptional()
  @IsIn(['jwt', 'json'])
  format?: 'jwt' | 'json';
}
