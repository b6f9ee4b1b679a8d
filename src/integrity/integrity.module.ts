import { Global, Module } from '@nestjs/common';
import { UnusedFiles } from '../files/unused-files.js';
import { Sweeper } from './sweeper.js';
import { UnusedFilesByRows } from './unused-files-by-rows.js';

@Global()
@Module({
  providers: [Sweeper, { provide: UnusedFiles, useClass: UnusedFilesByRows }],
  exports: [UnusedFiles],
})
export class IntegrityModule {}
