import { Module } from '@nestjs/common';
import { AgreementController } from './agreement.controller.js';
import { AgreementService } from './agreement.service.js';
import { BlindController } from './blind.controller.js';
import { BlindService } from './blind.service.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';
import { SampleAssignmentsService } from './sample-assignments.service.js';
import { SamplingController } from './sampling.controller.js';
import { SamplingService } from './sampling.service.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

@Module({
  controllers: [SamplingController, VerificationsController, BlindController, AgreementController, RegisterController],
  providers: [
    SamplingService,
    SampleAssignmentsService,
    VerificationsService,
    BlindService,
    AgreementService,
    RegisterService,
  ],
  exports: [AgreementService, RegisterService],
})
export class QualityModule {}
