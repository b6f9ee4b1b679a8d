import { IsOptional, IsString, Matches } from 'class-validator';

/** A signature under a record. */
export class SignRecord {
  /** The `contentSha256` that the signer was shown; a record that differs from it is not signed. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  contentSha256?: string | null;
}
