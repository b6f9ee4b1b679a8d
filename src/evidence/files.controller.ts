import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor } from '../common/request.js';
import { validated } from '../common/validation.js';
import { ApiUpload } from '../files/api-upload.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/send-file.js';
import { Uploads } from '../files/uploads.js';
import { AccessLog } from './access-log.service.js';
import { ContentQuery } from './evidence.dto.js';
import { EvidenceService } from './evidence.service.js';
import { type EvidenceView, evidenceView } from './evidence.view.js';
import { RedactFile } from './redactions.dto.js';
import { RedactionsService } from './redactions.service.js';

@Controller('evidence/:id/files/:fileId')
export class FilesController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly redactions: RedactionsService,
    private readonly log: AccessLog,
    private readonly uploads: Uploads,
    private readonly store: FileStore,
  ) {}

  /**
   * The bytes of a file: a download, or in place with `inline=1` where that is safe. Takes a `Range`. Once there is a
   * redacted copy, the original is for the candidate, whoever gave it and the lead assessor.
   */
  @Get('content')
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query() query: ContentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { item, file } = await this.evidence.findFile(actor, id, fileId);
    await sendFile(request, response, this.store, file, {
      inline: query.inline === '1',
      beforeBytes: () => this.log.downloaded(actor, item, file),
    });
  }

  /**
   * Add a copy of a file without other people's data: a multipart form with one of `files` and the reason. The latest
   * copy stands. What was declared, signed or judged stays so.
   */
  @Post('redaction')
  @ApiUpload('files', RedactFile)
  async redact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceView> {
    const original = await this.redactions.checkMayRedact(actor, id, fileId);
    const { fields, files } = await this.uploads.receive(request, response);
    const check = async (): Promise<RedactFile> => {
      if (files.length === 0) throw new DomainError('evidence_has_no_content');
      if (files.length > 1) throw new DomainError('too_many_files', { limit: 1 });
      if (files[0]!.sha256 === original.sha256) throw new DomainError('redaction_unchanged');
      return validated(RedactFile, fields);
    };
    const { item, created } = await this.uploads.keeping(files, check, (input) =>
      this.redactions.redact(actor, id, fileId, input, files[0]!),
    );
    response.status(created ? 201 : 200).setHeader('ETag', etagOf(item.contentSha256));
    return evidenceView(item);
  }
}
