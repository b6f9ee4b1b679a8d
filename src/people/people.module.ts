import { Module } from '@nestjs/common';
import { PasswordResets } from './password-resets.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { QualificationsService } from './qualifications.service.js';
import { TrainingBodiesController } from './training-bodies.controller.js';
import { TrainingBodiesService } from './training-bodies.service.js';

@Module({
  controllers: [PeopleController, TrainingBodiesController],
  providers: [PasswordResets, PeopleService, QualificationsService, TrainingBodiesService],
  exports: [PeopleService, TrainingBodiesService],
})
export class PeopleModule {}
