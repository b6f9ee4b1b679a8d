import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { Public } from '../common/request.js';
import { foundPage, unknownPage } from './page.js';
import { style } from './style.js';
import { VerificationService } from './verification.service.js';
import { type VerificationView } from './verification.view.js';

/** Nothing runs on the page, and nothing but its own style is loaded. */
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

@Public()
@Controller('verify')
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  style(): string {
    return style;
  }

  /** The address printed on every document: a page for people, JSON for machines that ask for it. */
  @Get(':number')
  async verify(
    @Param('number') number: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationView | string> {
    response.vary('Accept');
    const wantsJson = request.accepts(['html', 'json']) === 'json';
    const answer = this.verification.verify(request.ip ?? '', number);
    if (wantsJson) return answer;
    const view = await answer.catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'not_found') return null;
      throw error;
    });
    response
      .status(view ? 200 : 404)
      .type('html')
      .setHeader('Content-Security-Policy', policy);
    return view ? foundPage(view) : unknownPage();
  }
}
