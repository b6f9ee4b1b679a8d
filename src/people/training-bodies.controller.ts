import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
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
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TrainingBodyView> {
    return trainingBodyView(await this.bodies.find(actor, id));
  }

  @Post()
  async create(@CurrentActor() actor: Actor, @Body() input: CreateTrainingBody): Promise<TrainingBodyView> {
    return trainingBodyView(await this.bodies.create(actor, input));
  }

  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: UpdateTrainingBody,
  ): Promise<TrainingBodyView> {
    return trainingBodyView(await this.bodies.update(actor, id, input));
  }
}
