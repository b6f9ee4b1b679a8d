import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  type PipeTransform,
  Post,
  Put,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiParam, ApiProduces } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type DocumentKind, documentKinds } from '../documents/look.js';
import { type Locale } from '../i18n/i18n.js';
import { ChangeTemplate } from './templates.dto.js';
import { TemplatesService } from './templates.service.js';
import { type TemplateView } from './templates.view.js';

/** There are templates of some kinds only. */
class KindPipe implements PipeTransform<string, DocumentKind> {
  transform(value: string): DocumentKind {
    const kind = documentKinds.find((one) => one === value);
    if (!kind) throw new DomainError('not_found');
    return kind;
  }
}

const ApiKind = (): MethodDecorator => ApiParam({ name: 'kind', enum: documentKinds });

@Controller('training-bodies/:bodyId/templates/:kind')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  /** How the body's documents of a kind look; what is null is as Touchstone has it. */
  @Get()
  @ApiKind()
  async find(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('kind', KindPipe) kind: DocumentKind,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    return tagged(response, await this.templates.find(actor, bodyId, kind));
  }

  /** Change how documents look from now on, all or some of it. Send the ETag as `If-Match`. */
  @Put()
  @ApiKind()
  async change(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('kind', KindPipe) kind: DocumentKind,
    @Body() input: ChangeTemplate,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    return tagged(response, await this.templates.change(actor, bodyId, kind, input, ifMatch));
  }

  /** A made-up document with these changes, as PDF in the language of the request. Nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @ApiKind()
  @ApiProduces('application/pdf')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('kind', KindPipe) kind: DocumentKind,
    @Body() input: ChangeTemplate,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const pdf = await this.templates.preview(actor, bodyId, kind, input, locale);
    response.setHeader('Cache-Control', 'no-store');
    const disposition = `inline; filename="${kind}-preview.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }
}

function tagged(response: Response, view: TemplateView): TemplateView {
  response.setHeader('ETag', etagOf(view.version));
  return view;
}
