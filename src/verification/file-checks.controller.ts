import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { Public, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { FileChecks } from './file-check.service.js';
import { FileUpload } from './file-upload.js';
import { NumberAndName } from './verification.dto.js';
import { VerificationService } from './verification.service.js';
import { type FileCheckView, type RegisteredDocumentView } from './verification.view.js';

/** The public checks for programs; people use /verify. */
@Public()
@Controller('verifications')
export class FileChecksController {
  constructor(
    private readonly verification: VerificationService,
    private readonly checks: FileChecks,
    private readonly upload: FileUpload,
  ) {}

  /** What the register says of a number, with the holder's name for who gives it too. A wrong name is a 404. */
  @Get()
  find(@Req() { ip = '' }: Request, @Query() query: NumberAndName): Promise<RegisteredDocumentView> {
    return this.verification.verifyNamed(ip, query);
  }

  /** Checks a PDF (multipart field `file`, 20 MB at most). It is looked at in memory and not kept. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  check(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @RequestLocale() locale: Locale,
  ): Promise<FileCheckView> {
    const admit = (): Promise<void> => this.verification.countFile(request.ip ?? '');
    return this.upload.with(request, response, admit, () => {
      if (request.file) return this.checks.check(request.file.buffer, locale);
      throw new DomainError('validation_failed', {}, { fields: [{ field: 'file', rule: 'isNotEmpty' }] });
    });
  }
}
