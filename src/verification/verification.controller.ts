import { Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { Public } from '../common/request.js';
import { validated } from '../common/validation.js';
import { type Locale, locales, negotiate } from '../i18n/i18n.js';
import { checkedPage, foundPage, unknownPage } from './answer-page.js';
import { FileChecks } from './file-check.service.js';
import { FileUpload } from './file-upload.js';
import { formPage, type Typed } from './form-page.js';
import { mistakeOf } from './mistake.js';
import { style } from './style.js';
import { NumberAndName } from './verification.dto.js';
import { VerificationService } from './verification.service.js';
import { type RegisteredDocumentView } from './verification.view.js';

/** Nothing runs on the page, and nothing but its own style is loaded. */
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The public pages where anybody checks a document, in the language of `?lang` or of the browser. */
@Public()
@Controller('verify')
export class VerificationController {
  constructor(
    private readonly verification: VerificationService,
    private readonly checks: FileChecks,
    private readonly upload: FileUpload,
  ) {}

  @Get()
  form(@Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    return sent(response, 200, formPage(languageOf(request)));
  }

  /** The form's answer: of the file where there is one, else of what was typed. */
  @Post()
  async answer(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const locale = languageOf(request);
    const admit = (): Promise<void> => this.verification.countFile(request.ip ?? '');
    try {
      return await this.upload.with(request, response, admit, async () => {
        // A browser sends an empty part for a file that was not chosen.
        if (request.file && request.file.size > 0) {
          return sent(response, 200, checkedPage(await this.checks.check(request.file.buffer, locale), locale));
        }
        return sent(response, 200, await this.named(request, locale));
      });
    } catch (error) {
      if (!wantsPage(request)) throw error;
      return refused(response, error, locale, typedIn(request));
    }
  }

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
  ): Promise<RegisteredDocumentView | string> {
    response.vary('Accept');
    const wantsJson = request.accepts(['html', 'json']) === 'json';
    const answer = this.verification.verify(request.ip ?? '', number);
    if (wantsJson) return answer;
    const locale = languageOf(request);
    try {
      const view = await answer.catch(ifNotFound(null));
      return sent(response, view ? 200 : 404, view ? foundPage(view, locale) : unknownPage(locale));
    } catch (error) {
      return refused(response, error, locale, { number });
    }
  }

  private async named(request: Request, locale: Locale): Promise<string> {
    const asked = await validated(NumberAndName, request.body as object);
    const view = await this.verification.verifyNamed(request.ip ?? '', asked).catch(ifNotFound(null));
    return view ? foundPage(view, locale) : unknownPage(locale, true);
  }
}

function languageOf({ query, headers }: Request): Locale {
  return locales.find((locale) => locale === query.lang) ?? negotiate(headers['accept-language']);
}

function sent(response: Response, status: number, markup: string): string {
  response.vary('Accept-Language');
  response.status(status).type('html').setHeader('Content-Security-Policy', policy);
  return markup;
}

/** The form again, with what was wrong. */
function refused(response: Response, error: unknown, locale: Locale, typed: Typed): string {
  const { status, retryAfter, ...mistake } = mistakeOf(error);
  if (retryAfter) response.setHeader('Retry-After', String(retryAfter));
  return sent(response, status, formPage(locale, typed, mistake));
}

/** Browsers put pages first; what asks for anything at all is a program. */
const wantsPage = (request: Request): boolean => request.accepts(['json', 'html']) === 'html';

const ifNotFound =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof DomainError && error.code === 'not_found') return instead;
    throw error;
  };

/** What was typed comes back in the form, so that nobody types it twice. */
function typedIn({ body }: Request): Typed {
  const { number, name } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof number === 'string' && { number: number.slice(0, 40) }),
    ...(typeof name === 'string' && { name: name.slice(0, 300) }),
  };
}
