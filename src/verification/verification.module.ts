import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { FilesModule } from '../files/files.module.js';
import { FileChecksController } from './file-checks.controller.js';
import { FileChecks } from './file-check.service.js';
import { FileUpload } from './file-upload.js';
import { SigningModule } from '../signing/signing.module.js';
import { TrustBundlesController } from './trust-bundles.controller.js';
import { TrustBundles } from './trust-bundles.service.js';
import { Inspector } from './inspector.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [AuthModule, CredentialsModule, FilesModule, SigningModule],
  controllers: [FileChecksController, TrustBundlesController, VerificationController],
  providers: [VerificationService, FileChecks, FileUpload, Inspector, TrustBundles],
})
export class VerificationModule {}
