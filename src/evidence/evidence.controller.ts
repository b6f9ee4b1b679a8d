import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { validated } from '../common/validation.js';
import { ApiUpload } from '../files/api-upload.js';
import { type ReceivedFile, Uploads } from '../files/uploads.js';
import { type Locale } from '../i18n/i18n.js';
import { HandedIn } from '../uploads/handed-in.service.js';
import { AccessLog } from './access-log.service.js';
import { circumstancesOf } from './circumstances.js';
import { DeclarationsService } from './declarations.service.js';
import {
  AddFiles,
  CorrectEvidence,
  DeclareAuthenticity,
  EvidenceQuery,
  SubmitEvidence,
  WithdrawEvidence,
} from './evidence.dto.js';
import { freshItem } from './fresh.js';
import { EvidenceService } from './evidence.service.js';
import { type EvidencePage, type EvidenceView, evidenceView } from './evidence.view.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly declarations: DeclarationsService,
    private readonly uploads: Uploads,
    private readonly handedIn: HandedIn,
    private readonly log: AccessLog,
  ) {}

  /** Hand in evidence: a multipart form with its fields and any number of `files`, or JSON for uploads, a link or words. */
  @Post('assessments/:assessmentId/evidence')
  @ApiUpload('files', SubmitEvidence, { json: true })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    await this.evidence.checkMaySubmit(actor, assessmentId);
    const { fields, files } = await this.uploads.receiveOrJson(request, response);
    const { item, created } = await this.uploads.keeping(
      files,
      async () => {
        const input = checkedContent(await validated(SubmitEvidence, fields), files);
        request.setTimeout(0); // while uploads are read again, nothing moves on the line
        await this.handedIn.stage(actor, input.uploadIds ?? [], { assessmentId, itemId: input.id }, files);
        return input;
      },
      async (input) => {
        const submitted = await this.evidence.submit(actor, assessmentId, input, files);
        await this.handedIn.forget(input.uploadIds ?? []);
        return submitted;
      },
    );
    response.status(created ? 201 : 200).setHeader('ETag', etagOf(item.contentSha256));
    return evidenceView(item);
  }

  @Get('assessments/:assessmentId/evidence')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: EvidenceQuery,
  ): Promise<EvidencePage> {
    const page = await this.evidence.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(evidenceView) };
  }

  @Get('evidence/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    const whole = await this.evidence.find(actor, id);
    await this.log.viewed(actor, whole.item);
    return this.answer(response, whole);
  }

  /** Correct title, date or words. Send the item's ETag as `If-Match`. */
  @Patch('evidence/:id')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: CorrectEvidence,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    return this.answer(response, await this.evidence.correct(actor, id, input, ifMatch));
  }

  /** Add `files` to an item that nobody has declared or signed yet. */
  @Post('evidence/:id/files')
  @ApiUpload('files', AddFiles, { json: true })
  async addFiles(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    await this.evidence.checkMayAddFiles(actor, id);
    const { fields, files } = await this.uploads.receiveOrJson(request, response);
    const item = await this.uploads.keeping(
      files,
      async () => {
        const { uploadIds = [] } = await validated(AddFiles, fields);
        if (files.length + uploadIds.length === 0) throw new DomainError('evidence_has_no_content');
        const { assessmentId } = await this.evidence.checkMayAddFiles(actor, id);
        request.setTimeout(0);
        await this.handedIn.stage(actor, uploadIds, { assessmentId, itemId: id }, files);
        return uploadIds;
      },
      async (uploadIds) => {
        const added = await this.evidence.addFiles(actor, id, files);
        await this.handedIn.forget(uploadIds);
        return added;
      },
    );
    return this.answer(response, item);
  }

  /** Declare items, as they now stand, to be my own. */
  @Post('assessments/:assessmentId/declarations')
  async declare(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: DeclareAuthenticity,
    @RequestLocale() locale: Locale,
  ): Promise<EvidenceView[]> {
    return (await this.declarations.declare(actor, assessmentId, input.itemIds, locale)).map(evidenceView);
  }

  /** Declare one item to be my own. */
  @Post('evidence/:id/declaration')
  async declareOne(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    const { item } = await this.evidence.find(actor, id);
    const [declared] = await this.declarations.declare(actor, item.assessmentId, [id], locale);
    return this.answer(response, declared!);
  }

  /** Take an item out of the assessment. */
  @Post('evidence/:id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: WithdrawEvidence,
  ): Promise<EvidenceView> {
    return evidenceView(await this.evidence.withdraw(actor, id, input));
  }

  private answer(response: Response, item: Parameters<typeof evidenceView>[0]): EvidenceView {
    response.setHeader('ETag', etagOf(item.contentSha256));
    return evidenceView(item);
  }
}

/** Evidence is at least a file, an address or words, and does not contradict itself. */
function checkedContent(input: SubmitEvidence, files: readonly ReceivedFile[]): SubmitEvidence {
  if (files.length === 0 && !input.uploadIds?.length && !input.url && !input.statement)
    throw new DomainError('evidence_has_no_content');
  circumstancesOf(input, freshItem);
  return input;
}
