import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { systemActor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { type ErrorCode } from '../i18n/errors.js';
import { CompetenciesService } from './competencies.service.js';
import { CompetencyDocument } from './competency-document.entity.js';
import { sourceText } from './source-text.js';

const refusals: ReadonlySet<string> = new Set<ErrorCode>(['import_refused', 'document_differs']);

/** Imports the documents that come with Touchstone. */
@Injectable()
export class Seeds {
  private readonly logger = new Logger('Seeds');

  constructor(
    private readonly db: Database,
    private readonly competencies: CompetenciesService,
  ) {}

  /**
   * Imports every `*.txt` of a folder that is not there yet; those that are cost one look-up each.
   * A refused one is logged with its reasons and keeps nothing from starting.
   */
  async importSeeds(directory: string): Promise<void> {
    for (const name of await this.namesIn(directory)) {
      try {
        await this.importSeed(await readFile(join(directory, name)));
      } catch (error) {
        if (!(error instanceof DomainError) || !refusals.has(error.code)) throw error;
        this.logger.warn({ file: name, code: error.code, faults: error.extra.details }, 'seed not imported');
      }
    }
  }

  private async importSeed(bytes: Uint8Array): Promise<void> {
    const source = sourceText(bytes, 'en');
    if (await this.isKnown(source)) return;
    try {
      await this.competencies.importDocument(systemActor, source, { locale: 'en' });
    } catch (error) {
      // Another instance that starts now may have been first.
      if (!(await this.isKnown(source))) throw error;
    }
  }

  private async namesIn(directory: string): Promise<string[]> {
    try {
      return (await readdir(directory)).filter((name) => name.endsWith('.txt')).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.logger.warn({ directory }, 'there is no folder of seeds');
      return [];
    }
  }

  private async isKnown(source: string): Promise<boolean> {
    return this.db.read.existsBy(CompetencyDocument, { sourceSha256: sha256(source) });
  }
}
