import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { LowerCase } from '../common/lower-case.js';
import { PageQuery } from '../common/paging.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { payloadOf, sendCredential } from '../credentials/send-credential.js';
import { type Locale } from '../i18n/i18n.js';
import { sendRecord, StoredDocument } from '../verdicts/stored-document.js';
import {
  CertificatesQuery,
  CredentialQuery,
  IssueCertificate,
  ReissueCertificate,
  RevokeCertificate,
} from './certificates.dto.js';
import { CertificatesService } from './certificates.service.js';
import { type CertificatesPage, type CertificateView, certificateView } from './certificates.view.js';
import { RevocationsService } from './revocations.service.js';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly revocations: RevocationsService,
    private readonly stored: StoredDocument,
  ) {}

  /**
   * Issue the certificate of a competent verdict, signed by the body's seal. Refused, it says what stands in the way. To
   * send the same again under the same id is harmless.
   */
  @Post('assessments/:assessmentId/certificate')
  async issue(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: IssueCertificate,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CertificateView> {
    const { certificate, created } = await this.certificates.issue(actor, assessmentId, input, locale);
    response.status(created ? 201 : 200);
    return certificateView(certificate);
  }

  /** The body's register of certificates, the newest number first. */
  @Get('training-bodies/:bodyId/certificates')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: CertificatesQuery,
  ): Promise<CertificatesPage> {
    const page = await this.certificates.list(actor, bodyId, query);
    return { ...page, items: page.items.map(certificateView) };
  }

  /** My certificates, the newest first. */
  @Get('me/certificates')
  async mine(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<CertificatesPage> {
    const page = await this.certificates.mine(actor, query);
    return { ...page, items: page.items.map(certificateView) };
  }

  @Get('certificates/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<CertificateView> {
    return certificateView(await this.certificates.find(actor, id));
  }

  /** The signed PDF, to be kept or printed. */
  @Get('certificates/:id/document')
  async document(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.stored.send(request, response, await this.certificates.document(actor, id));
  }

  /** The record as canonical JSON (RFC 8785), byte for byte as it was hashed and embedded in the PDF. */
  @Get('certificates/:id/record')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendRecord(response, await this.certificates.document(actor, id));
  }

  /** The Open Badge that is embedded in the PDF (`vc+jwt`), for a wallet; with `format=json` what it says, unchecked. */
  @Get('certificates/:id/credential')
  async credential(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Query() { format }: CredentialQuery,
    @Res() response: Response,
  ): Promise<void> {
    const credential = await this.certificates.credential(actor, id);
    if (format === 'json') response.json(payloadOf(credential.jwt));
    else sendCredential(response, credential);
  }

  /** Issue another in its place, after a name was corrected or a print was lost. It gets a number of its own. */
  @Post('certificates/:id/reissue')
  async reissue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: ReissueCertificate,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CertificateView> {
    const { certificate, created } = await this.certificates.reissue(actor, id, input, locale);
    response.status(created ? 201 : 200);
    return certificateView(certificate);
  }

  /** Revoke it for good. The holder is told, and so is whoever verifies it. */
  @Post('certificates/:id/revocation')
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: RevokeCertificate,
  ): Promise<CertificateView> {
    await this.revocations.revoke(actor, id, input);
    return certificateView(await this.certificates.find(actor, id));
  }

  /** Mail the holder where it can be verified, at most three times a day. */
  @Post('certificates/:id/email')
  @HttpCode(204)
  async mail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe, LowerCase) id: string): Promise<void> {
    await this.revocations.mail(actor, id);
  }
}
