import { Module } from '@nestjs/common';
import { SampleAssignmentsService } from './sample-assignments.service.js';
import { SamplingController } from './sampling.controller.js';
import { SamplingService } from './sampling.service.js';

@Module({ controllers: [SamplingController], providers: [SamplingService, SampleAssignmentsService] })
export class QualityModule {}
