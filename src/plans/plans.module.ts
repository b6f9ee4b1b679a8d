import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { PlanAcknowledgementsService } from './acknowledgements.service.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [CompetenciesModule],
  controllers: [PlansController],
  providers: [PlansService, PlanAcknowledgementsService],
})
export class PlansModule {}
