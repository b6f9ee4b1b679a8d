import { Module } from '@nestjs/common';
import { AssessmentGuides } from './assessment-guides.js';
import { CompetenciesController } from './competencies.controller.js';
import { CompetenciesService } from './competencies.service.js';
import { Seeds } from './seeds.js';

@Module({
  controllers: [CompetenciesController],
  providers: [CompetenciesService, AssessmentGuides, Seeds],
  exports: [CompetenciesService, AssessmentGuides, Seeds],
})
export class CompetenciesModule {}
