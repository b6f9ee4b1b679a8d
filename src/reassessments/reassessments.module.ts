import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { ReassessmentsController } from './reassessments.controller.js';
import { ReassessmentsService } from './reassessments.service.js';
import { TransitionsService } from './transitions.service.js';

@Module({
  imports: [AssessmentsModule, CompetenciesModule],
  controllers: [ReassessmentsController],
  providers: [ReassessmentsService, TransitionsService],
})
export class ReassessmentsModule {}
