import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res, UseGuards } from '@nestjs/common';
import { type Response } from 'express';
import { etagOf } from '../common/etag.js';
import { Public } from '../common/request.js';
import { SaveReport, SubmitReport } from './form.dto.js';
import { FormService } from './form.service.js';
import { type ThirdPartyForm, type ThirdPartyFormView, formView } from './form.view.js';
import { CurrentInvited, InvitationGuard, type Invited } from './invitation.guard.js';
import { SubmissionsService } from './submissions.service.js';

/** For who was invited by e-mail and has no account: `Authorization: Invitation` and the secret of the link. */
@Public()
@UseGuards(InvitationGuard)
@Controller('third-party-form')
export class FormController {
  constructor(
    private readonly forms: FormService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** What I am asked, and what I wrote so far. After submission, what I submitted. */
  @Get()
  async find(
    @CurrentInvited() invited: Invited,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ThirdPartyFormView> {
    return tagged(response, await this.forms.find(invited));
  }

  /** Keep my draft, whole. To change it send its ETag as `If-Match`; to send the same again is harmless. */
  @Put()
  async put(
    @CurrentInvited() invited: Invited,
    @Body() input: SaveReport,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ThirdPartyFormView> {
    return tagged(response, await this.forms.put(invited, input, ifMatch));
  }

  /** Sign my report and hand it in. It can be read by the same link until that expires, and not be changed. */
  @Post('submission')
  @HttpCode(200)
  async submit(
    @CurrentInvited() invited: Invited,
    @Body() input: SubmitReport,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ThirdPartyFormView> {
    await this.submissions.submit(invited, input);
    return tagged(response, await this.forms.find(invited));
  }
}

function tagged(response: Response, form: ThirdPartyForm): ThirdPartyFormView {
  response.setHeader('ETag', etagOf(form.report.revision));
  return formView(form);
}
