import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsService } from './enrolments.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Module({
  controllers: [AssessmentsController, EnrolmentsController],
  providers: [AssessmentsService, EnrolmentsService, WithdrawalsService],
  exports: [AssessmentsService],
})
export class AssessmentsModule {}
