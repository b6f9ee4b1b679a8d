import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../common/errors.js';
import { randomCode } from '../common/ids.js';

/** Argon2id with the first choice of OWASP's password storage advice: 19 MiB, two passes, one lane. */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), passwordCost);
}

/** True if the password opens the account. An account without a password takes as long to say no. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const stored = passwordHash ?? (await decoy);
  const matches = await verify(stored, password.normalize('NFKC')).catch(() => false);
  return matches && passwordHash !== null;
}

/** Whether two passwords open the same account, however their characters were composed. */
export function samePassword(a: string, b: string): boolean {
  return a.normalize('NFKC') === b.normalize('NFKC');
}

const decoy = hashPassword(randomCode(20));

/** A password for somebody else's first sign-in: 60 random bits in three groups that can be read aloud. */
export function oneTimePassword(): string {
  return [randomCode(4), randomCode(4), randomCode(4)].join('-');
}

const common =
  /^(.)\1+$|^(?:0?123456789\d*|password\d*|passw0rd\d*|qwerty\w*|iloveyou\d*|administrator\d*|touchstone\d*)$/i;

/** Length over complexity (NIST SP 800-63B); refuses the commonest ones, the person's own address and the one before. */
export function checkPassword(password: string, { email, before }: { email: string; before: string }): void {
  const name = email.split('@')[0] ?? '';
  const plain = password.toLowerCase();
  const refuse = (rule: string): never => {
    throw new DomainError('weak_password', {}, { fields: [{ field: 'newPassword', rule }] });
  };
  if ([...password].length < 12) refuse('isLongPassword');
  if (common.test(password)) refuse('isUncommonPassword');
  if (plain.includes(email) || plain === name.repeat(2)) refuse('isPasswordWithoutAddress');
  if (samePassword(password, before)) refuse('isOtherPassword');
}
