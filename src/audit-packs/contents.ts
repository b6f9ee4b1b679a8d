import { Injectable } from '@nestjs/common';
import { type Assessment } from '../assessments/assessment.entity.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { AssessmentGuides } from '../competencies/assessment-guides.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Database } from '../database/database.js';
import { type ArchiveEntry, entryName } from '../files/archive.js';
import { FileStore } from '../files/file-store.js';
import { packPartTexts, packReadme } from '../i18n/audit-packs.js';
import { defaultLocale, fill, locales } from '../i18n/i18n.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { AgreementService } from '../quality/agreement.service.js';
import { RegisterService } from '../quality/register.service.js';
import { registerCsv } from '../quality/register.view.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { notePacked } from './access-rows.js';
import { assessmentEntries, type Packing } from './assessment-entries.js';
import { type AuditPack } from './audit-pack.entity.js';
import { auditEntries, bodyEntries } from './body-entries.js';
import { type Cell } from '../common/csv.js';
import { type Fault, json, type PackEntry, table } from './pack-entry.js';
import { type Progress } from './queue.js';
import { countSelected, eachSelected } from './selection.js';

/** What is in a pack, entry after entry: only one assessment is in memory at a time. */
@Injectable()
export class Contents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly guides: AssessmentGuides,
    private readonly register: RegisterService,
    private readonly agreement: AgreementService,
  ) {}

  /** Counts in `progress` what was written. Ends with the signal's reason when that is aborted. */
  async *of(pack: AuditPack, progress: Progress, signal: AbortSignal): AsyncGenerator<ArchiveEntry> {
    const faults: Fault[] = [];
    const modified = new Date(pack.requestedAt);
    for await (const { name, part, content, sha256 } of this.entries(pack, progress, faults)) {
      signal.throwIfAborted();
      const about = locales.map((locale) => packPartTexts[locale][part]).join(' / ');
      yield {
        name,
        modified,
        content,
        about,
        written: ({ sha256: found }) => {
          progress.entriesDone += 1;
          if (sha256 && sha256 !== found) faults.push({ name, sha256, found });
          progress.faults = faults.length;
        },
      };
    }
  }

  private async *entries(pack: AuditPack, progress: Progress, faults: Fault[]): AsyncGenerator<PackEntry> {
    const { db, store, guides } = this;
    const reader = db.read;
    const { withFiles } = pack.criteria;
    const now = this.clock.instant();
    const packing: Packing = {
      ...{ reader, store, guides, withFiles, now },
      packing: (items) => notePacked(db, pack, items, this.clock.instant()),
    };
    progress.assessmentsTotal = await countSelected(reader, pack);
    yield await this.readme(pack, progress.assessmentsTotal);
    const index: Cell[][] = [];
    const documents = new Map<string, string>();
    const subjects = new Set([pack.bodyId]);
    for await (const assessment of eachSelected(reader, pack)) {
      subjects.add(assessment.id);
      const code = documents.get(assessment.documentId) ?? (await this.codeOf(assessment));
      documents.set(assessment.documentId, code);
      const verdict = await reader.findOneBy(Verdict, { assessmentId: assessment.id });
      const folder = folderOf(assessment, index.length + 1, code);
      const { length } = faults;
      for await (const entry of assessmentEntries(packing, assessment, verdict, faults)) {
        yield { ...entry, name: `${folder}/${entry.name}` };
      }
      for (const fault of faults.slice(length))
        if (!fault.name.startsWith(folder)) fault.name = `${folder}/${fault.name}`;
      index.push(await this.line(folder, assessment, code, verdict));
      progress.assessmentsDone += 1;
    }
    yield* this.quality(pack, documents);
    yield* bodyEntries(reader, pack, new Set(documents.keys()));
    yield* auditEntries(reader, pack.bodyId, subjects);
    yield table('index.csv', 'index', indexHeader, index);
    if (faults.length > 0) {
      const rows = faults.map(({ name, sha256, found }) => [name, sha256, found]);
      yield table('FAULTS.csv', 'faults', ['name', 'registered_sha256', 'found_sha256'], rows);
    }
  }

  /** The register on the last day, and how far assessors and verifiers agreed, in all and by document. */
  private async *quality(pack: AuditPack, documents: ReadonlyMap<string, string>): AsyncGenerator<PackEntry> {
    const { bodyId, requestedBy, criteria } = pack;
    // Whoever ordered the pack might when they did.
    const actor: Actor = { userId: requestedBy, operator: false, memberships: [{ bodyId, role: 'verifier' }] };
    const { from, to } = criteria;
    const people = await this.register.all(actor, bodyId, to);
    yield { name: 'body/register.csv', part: 'register', content: registerCsv(people, defaultLocale) };
    yield json('body/register.json', 'register', people);
    const agreed = (documentId?: string) => this.agreement.read(actor, bodyId, { documentId, from, to }, defaultLocale);
    yield json('body/agreement.json', 'agreement', await agreed());
    for (const [id, code] of documents) {
      yield json(entryName('body', `agreement-${code}.json`), 'agreement', await agreed(id));
    }
  }

  private async readme({ id, bodyId, criteria, requestedAt }: AuditPack, count: number): Promise<PackEntry> {
    const body = await this.db.read.findOneBy(TrainingBody, { id: bodyId });
    const document = criteria.documentId && (await this.codeOf({ documentId: criteria.documentId }));
    const texts = locales.map((locale) => {
      const { text, all, nothing, with_files, without_files } = packReadme[locale];
      const params = {
        ...{ id, requestedAt, count, body: body?.name, from: criteria.from, to: criteria.to },
        cohort: criteria.cohort ?? all,
        document: document ?? all,
        files: criteria.withFiles ? with_files : without_files,
        nothing: count === 0 ? nothing : '',
      };
      return fill(text, params, locale);
    });
    return { name: 'README.txt', part: 'readme', content: `\uFEFF${texts.join('\n\n')}` };
  }

  private async codeOf({ documentId: id }: Pick<Assessment, 'documentId'>): Promise<string> {
    const row = await this.db.read.findOne(CompetencyDocument, { where: { id }, select: { id: true, code: true } });
    return row!.code;
  }

  private async line(folder: string, a: Assessment, code: string, verdict: Verdict | null): Promise<Cell[]> {
    const user = await this.db.read.findOne(User, { where: { id: a.candidateId }, select: { id: true, name: true } });
    const about = [folder, a.id, user?.name, a.cohort, code, a.pathway, a.attempt, a.enrolledAt, a.withdrawnAt];
    if (!verdict) return about;
    return [
      ...about,
      verdict.outcome,
      verdict.decidedAt,
      verdict.documentNumber,
      verdict.recordSha256,
      verdict.pdfSha256,
    ];
  }
}

const indexHeader = [
  'folder',
  'assessment_id',
  'candidate',
  'cohort',
  'document',
  'pathway',
  'attempt',
  'enrolled_at',
  'withdrawn_at',
  'outcome',
  'decided_at',
  'document_number',
  'record_sha256',
  'pdf_sha256',
];

const longestCohort = 40;

/** Short enough for systems that count the whole path. */
function folderOf({ cohort }: Assessment, number: number, code: string): string {
  const label = [...(cohort ?? '-')].slice(0, longestCohort).join('');
  return entryName('assessments', label, `${String(number).padStart(4, '0')}-${code}`);
}
