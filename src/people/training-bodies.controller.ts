import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor } from '../common/request.js';
import { CreateTrainingBody, UpdateTrainingBody } from './people.dto.js';
import { type TrainingBodyView, trainingBodyView } from './people.view.js';
import { TrainingBodiesService } from './training-bodies.service.js';

@Controller('training-bodies')
export class TrainingBodiesController {
  constructor(private readonly bodies: TrainingBodiesService) {}

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<TrainingBodyView[]> {
    return (await this.bodies.list(actor)).map(trainingBodyView);
  }

  @Get(':id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TrainingBodyView> {
    return tagged(response, trainingBodyView(await this.bodies.find(actor, id)));
  }

  @Post()
  async create(@CurrentActor() actor: Actor, @Body() input: CreateTrainingBody): Promise<TrainingBodyView> {
    return trainingBodyView(await this.bodies.create(actor, input));
  }

  /** Rename the body. Send its ETag as `If-Match`. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: UpdateTrainingBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TrainingBodyView> {
    return tagged(response, trainingBodyView(await this.bodies.update(actor, id, input, ifMatch)));
  }
}

function tagged(response: Response, view: TrainingBodyView): TrainingBodyView {
  response.setHeader('ETag', etagOf(view.revision));
  return view;
}
