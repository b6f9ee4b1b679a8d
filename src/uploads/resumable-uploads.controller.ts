import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Options,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { CurrentActor } from '../common/request.js';
import { Config } from '../config.js';
import { ResumableUploads } from './resumable-uploads.service.js';
import { type UploadView, uploadView } from './resumable-uploads.view.js';
import {
  bytesIn,
  metadataIn,
  requireTus,
  tellStanding,
  tusExtensions,
  tusMediaType,
  tusVersion,
} from './tus-headers.js';

/** Resumable uploads by the tus protocol, version 1.0.0: creation, expiration and termination. */
@Controller('uploads')
export class ResumableUploadsController {
  constructor(
    private readonly uploads: ResumableUploads,
    private readonly config: Config,
  ) {}

  /** What of tus is spoken here. */
  @Options()
  @HttpCode(204)
  discover(@Res({ passthrough: true }) response: Response): void {
    response.setHeader('Tus-Resumable', tusVersion);
    response.setHeader('Tus-Version', tusVersion);
    response.setHeader('Tus-Extension', tusExtensions);
    response.setHeader('Tus-Max-Size', this.config.maxFileBytes);
  }

  /** Begin an upload. Its metadata are `filename` and `assessmentId`, where evidence may be handed in. */
  @Post()
  @ApiHeader({ name: 'Tus-Resumable', required: true })
  @ApiHeader({ name: 'Upload-Length', required: true })
  @ApiHeader({ name: 'Upload-Metadata', required: true })
  async create(
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    requireTus(request, response);
    const { name, assessmentId } = metadataIn(request);
    const upload = await this.uploads.create(actor, assessmentId, name, bytesIn(request, 'upload-length'));
    response.setHeader('Location', `/api/uploads/${upload.id}`);
    tellStanding(response, upload);
    return uploadView(upload);
  }

  /** How far it is. `HEAD` answers the same without a body. */
  @Get(':id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    const upload = await this.uploads.find(actor, id);
    tellStanding(response, upload);
    return uploadView(upload);
  }

  /** Send further bytes, from `Upload-Offset` on. What is answered for is on disk. */
  @Patch(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'Tus-Resumable', required: true })
  @ApiHeader({ name: 'Upload-Offset', required: true })
  @ApiConsumes(tusMediaType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async append(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    requireTus(request, response);
    if (!request.is(tusMediaType)) throw new DomainError('unsupported_media_type');
    const sent = {
      offset: bytesIn(request, 'upload-offset'),
      length: Number(request.get('content-length') ?? 0),
      body: request,
    };
    tellStanding(response, await this.uploads.append(actor, id, sent));
  }

  /** Take an upload back that nobody has handed in. */
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'Tus-Resumable', required: true })
  async terminate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    requireTus(request, response);
    await this.uploads.terminate(actor, id);
  }
}
