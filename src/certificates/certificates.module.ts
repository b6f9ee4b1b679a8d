import { Module } from '@nestjs/common';
import { AfterVerdictModule } from '../after-verdict/after-verdict.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { VerdictsModule } from '../verdicts/verdicts.module.js';
import { BatchesController } from './batches.controller.js';
import { BatchesService } from './batches.service.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { Finisher } from './finisher.js';
import { Maker } from './maker.js';
import { Registrar } from './registrar.js';
import { Renderer } from './renderer.js';
import { RevocationsService } from './revocations.service.js';

@Module({
  imports: [AfterVerdictModule, AuthModule, CredentialsModule, SigningModule, TemplatesModule, VerdictsModule],
  controllers: [CertificatesController, BatchesController],
  providers: [CertificatesService, RevocationsService, BatchesService, Registrar, Maker, Renderer, Finisher],
})
export class CertificatesModule {}
