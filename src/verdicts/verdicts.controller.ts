import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/send-file.js';
import { type Locale } from '../i18n/i18n.js';
import { StoredDocument } from './stored-document.js';
import { GiveVerdict, PreviewVerdict } from './verdicts.dto.js';
import { VerdictsService } from './verdicts.service.js';
import { type VerdictPreviewView, type VerdictView, verdictView } from './verdicts.view.js';

@Controller()
export class VerdictsController {
  constructor(
    private readonly verdicts: VerdictsService,
    private readonly stored: StoredDocument,
    private readonly store: FileStore,
  ) {}

  /** Give the verdict: final, signed and printed at once. Refused, it says which rules are open and how to mend each. */
  @Post('assessments/:assessmentId/verdicts')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: GiveVerdict,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerdictView> {
    const { created, ...told } = await this.verdicts.decide(actor, assessmentId, input, locale);
    response.status(created ? 201 : 200);
    return verdictView(told);
  }

  /** What stands in the way of either outcome, without deciding anything. */
  @Post('assessments/:assessmentId/verdict-preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: PreviewVerdict,
    @RequestLocale() locale: Locale,
  ): Promise<VerdictPreviewView> {
    return this.verdicts.preview(actor, assessmentId, input, locale);
  }

  @Get('assessments/:assessmentId/verdict')
  async find(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<VerdictView> {
    return verdictView(await this.verdicts.ofAssessment(actor, assessmentId));
  }

  /** The signed PDF, byte for byte as it was issued. */
  @Get('verdicts/:id/document')
  async document(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { pdfSha256: sha256, pdfSize: size, documentNumber } = await this.verdicts.find(actor, id);
    await this.stored.check(sha256);
    const file = { sha256, size, mediaType: 'application/pdf', name: `${documentNumber}.pdf` };
    await sendFile(request, response, this.store, file, { inline: true });
  }

  /** The record as canonical JSON (RFC 8785), byte for byte as it was hashed and embedded in the PDF. */
  @Get('verdicts/:id/record')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { record, recordSha256 } = await this.verdicts.find(actor, id);
    response.setHeader('ETag', `"${recordSha256}"`);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.type('application/json').send(record);
  }
}
