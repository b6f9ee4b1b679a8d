import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Module({
  controllers: [AssessmentsController],
  providers: [AssessmentsService, WithdrawalsService],
  exports: [AssessmentsService],
})
export class AssessmentsModule {}
