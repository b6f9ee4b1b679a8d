import { Module } from '@nestjs/common';
import { AssessmentGuides } from './assessment-guides.js';
import { CaseController } from './case/case.controller.js';
import { CaseService } from './case/case.service.js';
import { CompetenciesController } from './competencies.controller.js';
import { CompetenciesService } from './competencies.service.js';
import { Seeds } from './seeds.js';

@Module({
  controllers: [CompetenciesController, CaseController],
  providers: [CompetenciesService, CaseService, AssessmentGuides, Seeds],
  exports: [CompetenciesService, AssessmentGuides, Seeds],
})
export class CompetenciesModule {}
