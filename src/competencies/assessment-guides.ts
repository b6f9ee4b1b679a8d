import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { type AssessmentGuide, readGuide } from './assessment-guide.js';

/** The advisory guides that come with the seeds, read once at start. A broken one is logged and left out. */
@Injectable()
export class AssessmentGuides {
  private readonly logger = new Logger('AssessmentGuides');
  private readonly guides: ReadonlyMap<string, AssessmentGuide>;

  constructor(config: Config) {
    this.guides = this.read(join(config.seedsDir, 'assessment-guides'));
  }

  /** The guide for a unit by its code with version (`KMM5R0915v2`), or null. It is advice, never a rule. */
  guideFor(code: string): AssessmentGuide | null {
    return this.guides.get(code) ?? null;
  }

  private read(directory: string): Map<string, AssessmentGuide> {
    const guides = new Map<string, AssessmentGuide>();
    for (const name of namesIn(directory)) {
      try {
        const guide = readGuide(JSON.parse(readFileSync(join(directory, name), 'utf8')));
        guides.set(guide.unit, guide);
      } catch (error) {
        this.logger.warn({ file: name, problem: (error as Error).message }, 'assessment guide left out');
      }
    }
    return guides;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
