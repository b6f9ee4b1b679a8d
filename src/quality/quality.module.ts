import { Module } from '@nestjs/common';
import { SampleAssignmentsService } from './sample-assignments.service.js';
import { SamplingController } from './sampling.controller.js';
import { SamplingService } from './sampling.service.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

@Module({
  controllers: [SamplingController, VerificationsController],
  providers: [SamplingService, SampleAssignmentsService, VerificationsService],
})
export class QualityModule {}
