import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { sendRecord, StoredDocument } from './stored-document.js';
import { DraftVerdict, GiveVerdict, PreviewVerdict } from './verdicts.dto.js';
import { VerdictsService } from './verdicts.service.js';
import { type VerdictPreviewView, type VerdictView, verdictView } from './verdicts.view.js';

@Controller()
export class VerdictsController {
  constructor(
    private readonly verdicts: VerdictsService,
    private readonly stored: StoredDocument,
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

  /** The PDF as it would be issued now, unsigned and marked as a preview. Nothing is kept. */
  @Post('assessments/:assessmentId/verdict-preview/document')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async previewDocument(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: DraftVerdict,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const pdf = await this.verdicts.previewDocument(actor, assessmentId, input);
    response.setHeader('Cache-Control', 'no-store');
    const disposition = 'inline; filename="verdict-preview.pdf"';
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
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
    await this.stored.send(request, response, await this.verdicts.find(actor, id));
  }

  /** The record as canonical JSON (RFC 8785), byte for byte as it was hashed and embedded in the PDF. */
  @Get('verdicts/:id/record')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendRecord(response, await this.verdicts.find(actor, id));
  }
}
