import { type IntegrityKey } from '../i18n/integrity.js';
import { type TextParams } from '../i18n/i18n.js';

/** Why a backup or a restore is not begun, in words for whoever called it. Nothing was changed. */
export class Refused extends Error {
  constructor(
    readonly key: IntegrityKey,
    readonly params: TextParams = {},
  ) {
    super(key);
    this.name = 'Refused';
  }
}
