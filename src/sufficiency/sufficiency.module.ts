import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller.js';
import { CoverageService } from './coverage.service.js';
import { GridController } from './grid.controller.js';
import { GridService } from './grid.service.js';

@Module({ controllers: [CoverageController, GridController], providers: [CoverageService, GridService] })
export class SufficiencyModule {}
