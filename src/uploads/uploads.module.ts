import { Module } from '@nestjs/common';
import { HandedIn } from './handed-in.service.js';
import { PartialFiles } from './partial-files.js';
import { ResumableUploadsController } from './resumable-uploads.controller.js';
import { ResumableUploads } from './resumable-uploads.service.js';
import { UploadSweeper } from './upload-sweeper.js';

@Module({
  controllers: [ResumableUploadsController],
  providers: [ResumableUploads, HandedIn, PartialFiles, UploadSweeper],
  exports: [HandedIn],
})
export class UploadsModule {}
