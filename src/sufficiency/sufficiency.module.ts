import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageService } from './coverage.service.js';
import { GridController } from './grid.controller.js';
import { GridService } from './grid.service.js';

@Module({
  imports: [CompetenciesModule],
  controllers: [CoverageController, GridController],
  providers: [CoverageService, GridService],
})
export class SufficiencyModule {}
