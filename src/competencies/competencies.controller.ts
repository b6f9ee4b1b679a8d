import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { type Response } from 'express';
import { ApiUpload } from '../files/api-upload.js';
import { type Actor } from '../common/actor.js';
import { found } from '../common/errors.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { type AssessmentGuide } from './assessment-guide.js';
import { AssessmentGuides } from './assessment-guides.js';
import { CompetencyDocumentsQuery, ImportCompetencyDocument } from './competencies.dto.js';
import { CompetenciesService } from './competencies.service.js';
import {
  type CompetencyDocumentsPage,
  type CompetencyDocumentDetailView,
  type CompetencyDocumentView,
  type DocumentVersionsView,
  type ImportReportView,
  detailView,
  documentView,
  reportView,
  versionsView,
} from './competencies.view.js';
import { type InterchangeDocument } from './icap/interchange.js';
import { sourceText } from './source-text.js';
import { SourceUpload } from './source-upload.js';

/** Nothing of a stored document changes, so what is given out as it was stored may be kept. */
const immutable = 'private, max-age=31536000, immutable';

@Controller('competency-documents')
export class CompetenciesController {
  constructor(
    private readonly competencies: CompetenciesService,
    private readonly guides: AssessmentGuides,
  ) {}

  /**
   * Import a document: multipart, with the text as `file` (UTF-8, or UTF-16 with its mark; at most 16 MB). 201 for a
   * new document or edition, 200 where this very text is there already, 422 with every fault where it is refused.
   */
  @Post()
  @ApiUpload('file', ImportCompetencyDocument)
  @UseInterceptors(SourceUpload)
  async import(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File,
    @Body() { correction }: ImportCompetencyDocument,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CompetencyDocumentView> {
    const source = sourceText(file.buffer, locale);
    const { id, created } = await this.competencies.importDocument(actor, source, { correction, locale });
    response.status(created ? 201 : 200);
    return documentView(await this.competencies.entry(id));
  }

  /** The catalogue by code, of each code the newest version first. */
  @Get()
  async list(@Query() query: CompetencyDocumentsQuery): Promise<CompetencyDocumentsPage> {
    const page = await this.competencies.list(query);
    return { ...page, items: page.items.map(documentView) };
  }

  /** The latest edition of a version, by its code; `V3` is `v3`. */
  @Get('by-code/:code')
  async findByCode(@Param('code') code: string): Promise<CompetencyDocumentDetailView> {
    return detailView(await this.competencies.findByCode(code));
  }

  @Get(':id')
  async find(@Param('id', ParseUUIDPipe) id: string): Promise<CompetencyDocumentDetailView> {
    return detailView(await this.competencies.find(id));
  }

  /** Every version and edition known here, and what the document's own table says. */
  @Get(':id/versions')
  async versions(@Param('id', ParseUUIDPipe) id: string): Promise<DocumentVersionsView> {
    return versionsView(await this.competencies.versions(id));
  }

  /** What the reader did and noticed when it was imported, in the language asked for. */
  @Get(':id/report')
  async report(@Param('id', ParseUUIDPipe) id: string, @RequestLocale() locale: Locale): Promise<ImportReportView> {
    return reportView((await this.competencies.document(id, 'report')).report, locale);
  }

  /** The interchange JSON, as `icap parse` prints it. */
  @Get(':id/interchange')
  @Header('Cache-Control', immutable)
  async interchange(@Param('id', ParseUUIDPipe) id: string): Promise<InterchangeDocument> {
    return (await this.competencies.document(id, 'content')).content;
  }

  /** The text that was imported. */
  @Get(':id/source')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', immutable)
  async source(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { code, edition, source } = await this.competencies.document(id, 'code', 'edition', 'source');
    const name = edition === 1 ? code : `${code}-edition-${edition}`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}.txt"`);
    return source;
  }

  /** The advisory assessment guide for this unit; 404 where there is none. */
  @Get(':id/guide')
  async guide(@Param('id', ParseUUIDPipe) id: string): Promise<AssessmentGuide> {
    const { code } = await this.competencies.document(id, 'code');
    return found(this.guides.guideFor(code));
  }
}
