import { Module } from '@nestjs/common';
import { Looks } from './looks.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

@Module({ controllers: [TemplatesController], providers: [TemplatesService, Looks], exports: [Looks] })
export class TemplatesModule {}
