import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { FilesModule } from '../files/files.module.js';
import { ChecksController } from './checks.controller.js';
import { FileChecks } from './file-check.service.js';
import { FileUpload } from './file-upload.js';
import { HomeController } from './home.controller.js';
import { Inspector } from './inspector.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [AuthModule, FilesModule],
  controllers: [HomeController, ChecksController, VerificationController],
  providers: [VerificationService, FileChecks, FileUpload, Inspector],
})
export class VerificationModule {}
