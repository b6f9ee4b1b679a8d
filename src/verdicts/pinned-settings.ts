import { canonicalSha256, type VerdictRecord } from '../documents/record.js';
import { sha256 } from '../common/ids.js';
import { defaultClassScheme } from '../settings/evidence-class.js';
import { type PinnedSettings } from '../settings/settings-at.js';

/**
 * The settings a verdict is given under, flat: the version, every value, and of what is long its hash. The version
 * stays in the body's own register for good.
 */
export function pinnedSettings({ version, settings }: PinnedSettings, timeZone: string): VerdictRecord['settings'] {
  const { classScheme, privacyNotice, ...values } = settings;
  const classSchemeSha256 = canonicalSha256(classScheme);
  return {
    version,
    ...values,
    classScheme: classSchemeSha256 === canonicalSha256(defaultClassScheme) ? 'default' : 'own',
    classSchemeSha256,
    privacyNoticeSha256: sha256(privacyNotice),
    timeZone,
  };
}
